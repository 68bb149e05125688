package perennial.core.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import perennial.core.catalogue.Catalogue;

/// `docs/segments.md` says of every question of the catalogue when it judges membership.
class SegmentAtGuideTest {
    private static final Options BY_CONTRACT = Options.NONE.with("basis", "contract");

    @Test
    void the_guide_says_of_each_question_when_membership_is_judged() throws IOException {
        Predicate<QuestionKind> atEntry = kind -> kind.isJudgedAtEntry(Options.NONE);
        Predicate<QuestionKind> byContract =
                kind -> kind.options().stream().anyMatch(option -> option.name().equals("basis"))
                        && kind.isJudgedAtEntry(BY_CONTRACT);
        assertThat(Files.readString(Path.of("../docs/segments.md")))
                .contains("| `entry` | " + names(atEntry) + " |\n")
                .contains("| `now`, by contract at `entry` | "
                        + names(atEntry.negate().and(byContract)) + " |\n")
                .contains("| `now` | " + names(atEntry.or(byContract).negate()) + " |\n");
    }

    private static String names(Predicate<QuestionKind> which) {
        return Catalogue.all().stream()
                .filter(which)
                .map(kind -> "`" + kind.name() + "`")
                .collect(Collectors.joining(", "));
    }
}
