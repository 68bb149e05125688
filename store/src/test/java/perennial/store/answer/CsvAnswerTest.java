package perennial.store.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvAnswerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+SUM(A1)",
                "-cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\tx",
                "\r=1",
                "+",
                "-2+cmd|'x'!A0",
                "+49=1"
            })
    void what_a_spreadsheet_would_run_becomes_text(String text) {
        assertThat(CsvAnswer.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 (30) 123-45/67", "+4930123456", "-12.5", "-1,5", "ann@example.org", "", "c-1"})
    void numbers_telephones_and_texts_stay_as_they_are(String text) {
        assertThat(CsvAnswer.guarded(text)).isEqualTo(text);
    }
}
