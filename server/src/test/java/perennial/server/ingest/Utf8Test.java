package perennial.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void an_emoji_is_read_as_utf_8_writes_it_and_as_two_halves_of_three_bytes() {
        assertThat(text("61f09f988062")).isEqualTo("a😀b");
        assertThat(text("61eda0bdedb88062")).isEqualTo("a😀b");
        assertThat(text("eda0bdedb880eda0bdedb880")).isEqualTo("😀😀");
    }

    @Test
    void the_last_characters_before_the_halves_are_none() {
        String letters = "퟿ a 흐";
        assertThat(Utf8.text(letters.getBytes(StandardCharsets.UTF_8))).isEqualTo(letters);
    }

    @Test
    void a_half_without_its_other_cannot_be_read() {
        assertThat(text("61eda0bd62")).startsWith("a�").endsWith("�b");
    }

    private static String text(String hex) {
        return Utf8.text(HexFormat.of().parseHex(hex));
    }
}
