package perennial.server.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.catalogue.Catalogue;

class InquiryTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | Users, who did A, then B, with those whose time is not over
            false | Users, who did A, then B
            """)
    void a_flag_is_named_where_it_is_on(String given, String words) {
        var inquiry = Inquiry.of(
                Catalogue.named("funnel"), Map.of("step", List.of("A", "B"), "include-young", List.of(given)));
        assertThat(inquiry.inWords()).isEqualTo(words);
    }
}
