package perennial.server.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import perennial.server.web.Browser;
import perennial.store.access.Role;

class HelpPagesTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void the_page_looks_right() {
        BROWSER.look("help", "/help");
    }

    @Test
    void the_words_of_the_document_are_read_as_plain_text() {
        Glossary glossary = Glossary.of("""
                # Glossary
                ## Who
                | word | meaning |
                |---|---|
                | **size, eligible** | Of a *cohort*: see [questions](questions.md), `--by`. |
                """);
        assertThat(glossary.all()).containsExactly(new Term("size, eligible", "Of a cohort: see questions, --by."));
        assertThat(glossary.all().getFirst().anchor()).isEqualTo("size-eligible");
    }

    @Test
    void columns_are_explained_by_the_word_they_are_about() {
        assertThat(Glossary.ofColumn("won_back").orElseThrow().meaning()).contains("followed by a new one");
        assertThat(Glossary.ofColumn("sessions").orElseThrow().word()).isEqualTo("session");
        assertThat(Glossary.ofColumn("bounces").orElseThrow().word()).isEqualTo("bounce");
        assertThat(Glossary.ofColumn("eligible").orElseThrow().word()).isEqualTo("size, eligible");
        assertThat(Glossary.ofColumn("value")).isEmpty();
    }

    @Test
    void a_word_in_the_head_of_a_table_leads_to_its_meaning() throws Exception {
        String[] viewer = BROWSER.server().browser(Role.VIEWER);
        String report = BROWSER.server().get("/reports/winback", viewer).body();
        String help = BROWSER.server().get("/help", viewer).body();
        List<String> anchors = Pattern.compile("class=\"term\" href=\"/help#([^\"]+)\"")
                .matcher(report)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(anchors).contains("mature", "won-back").allMatch(anchor -> help.contains("id=\"" + anchor + "\""));
    }
}
