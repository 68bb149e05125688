package perennial.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;

/// `docs/questions.md` says what the catalogue says: each question with its options, values and defaults.
class QuestionGuideTest {
    private static final Pattern OPTION_ROW = Pattern.compile("\\| `--([a-z-]+)` \\|([^|]*)\\|([^|]*)\\|.*");

    @TestFactory
    List<DynamicTest> every_question_has_a_section_with_its_options() {
        return Catalogue.all().stream()
                .map(kind -> DynamicTest.dynamicTest(
                        kind.name(),
                        () -> assertThat(options(section(kind.name())))
                                .isEqualTo(kind.options().stream()
                                        .map(option -> said(option))
                                        .toList())))
                .toList();
    }

    @TestFactory
    List<DynamicTest> every_section_begins_with_what_the_question_answers_and_its_unit() {
        return Catalogue.all().stream()
                .map(kind -> DynamicTest.dynamicTest(
                        kind.name(),
                        () -> assertThat(section(kind.name()))
                                .startsWith("\n\n" + kind.answers() + " Unit: " + kind.unit(Options.NONE))))
                .toList();
    }

    @Test
    void the_options_of_every_question_are_listed() throws IOException {
        assertThat(options(section("Options of every question")).stream()
                        .map(row -> row.split(" ")[0] + " " + row.split(" ")[1]))
                .isEqualTo(QuestionKind.COMMON.stream()
                        .map(option -> option.name() + " " + option.values())
                        .toList());
    }

    @Test
    void no_section_is_about_a_question_that_is_none() throws IOException {
        List<String> titles = new ArrayList<>();
        guide().lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .forEach(titles::add);
        titles.remove("Options of every question");
        assertThat(titles)
                .isEqualTo(Catalogue.all().stream().map(QuestionKind::name).toList());
    }

    /// A default that is a rule rather than a value is told in words, and only `--periods` has one.
    private static String said(Option option) {
        String byDefault = option.byDefault().isEmpty()
                ? option.name().equals("periods") ? "as far as the data go" : ""
                : "`" + option.byDefault() + "`";
        return (option.name() + " " + option.values() + " " + byDefault).strip();
    }

    private static List<String> options(String section) {
        return section.lines()
                .map(line -> line.replace("\\|", "\u0000"))
                .map(OPTION_ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> (row.group(1) + " " + row.group(2).strip() + " "
                                + row.group(3).strip())
                        .replace('\u0000', '|')
                        .strip())
                .toList();
    }

    private static String section(String title) throws IOException {
        String guide = guide();
        int start = guide.indexOf("\n## " + title + "\n");
        assertThat(start).as("section %s of docs/questions.md", title).isNotNegative();
        int end = guide.indexOf("\n## ", start + 1);
        return guide.substring(start + title.length() + 4, end < 0 ? guide.length() : end);
    }

    private static String guide() throws IOException {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isReadable(directory.resolve("docs/questions.md"))) {
            directory = Objects.requireNonNull(directory.getParent(), "docs/questions.md lies above no module");
        }
        return Files.readString(directory.resolve("docs/questions.md"));
    }
}
