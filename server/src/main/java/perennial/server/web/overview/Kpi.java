package perennial.server.web.overview;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.calendar.Every;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.BadOption;
import perennial.core.question.QuestionKind;
import perennial.server.web.report.Inquiry;

/// The numbers of the overview, in their order: which question tells each, and in which cell.
enum Kpi {
    CHURN("churn", "value", "at_start", "there at the start", "No customer was paying at the start"),
    WON_BACK("winback", "value", "ended", "who left", "No paying customer left"),
    RETAINED("retention", "value", "size", "who came", "Nobody was new"),
    REACTIVATED("reactivation", "value", "inactive", "silent", "Nobody was silent for 30 days"),
    ACTIVE("active-users", "customers", "", "", ""),
    NEW("acquisition", "new", "", "", "");

    private final QuestionKind kind;
    private final String cell;
    private final String base;
    private final String baseWords;
    private final String whyUndefined;

    Kpi(String question, String cell, String base, String baseWords, String whyUndefined) {
        kind = Catalogue.named(question);
        this.cell = cell;
        this.base = base;
        this.baseWords = baseWords;
        this.whyUndefined = whyUndefined;
    }

    /// The one of a word that [#word] gave.
    static Kpi of(String word) {
        return Arrays.stream(values())
                .filter(kpi -> kpi.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadOption(
                        "kpi",
                        "\"" + word + "\" is no number of the overview; there are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values()).map(Kpi::word).toList())));
    }

    /// How its report asks, before the range is known.
    Inquiry inquiry(Every every, Map<String, List<String>> common) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(common);
        parameters.put("every", List.of(every.toString()));
        if (this == CHURN) {
            parameters.put("basis", List.of("contract"));
        }
        return Inquiry.of(kind, parameters);
    }

    /// How many periods must have passed after one before it can be judged.
    int wait(Every every) {
        return switch (this) {
            case WON_BACK -> every == Every.WEEK ? 14 : 4;
            case RETAINED -> column(every);
            case CHURN, REACTIVATED, ACTIVE, NEW -> 0;
        };
    }

    /// The period after the first in which retention is read.
    static int column(Every every) {
        return every == Every.WEEK ? 4 : 1;
    }

    /// The name that addresses and goals have for it.
    String word() {
        return kind.name();
    }

    String title(Every every) {
        return switch (this) {
            case CHURN -> "Customer churn";
            case WON_BACK -> "Won back in 90 days";
            case RETAINED -> "Active in " + every + " " + column(every);
            case REACTIVATED -> "Back after 30 silent days";
            case ACTIVE -> "Active users";
            case NEW -> "New users";
        };
    }

    /// What happened in the period of a row, where it is not the number itself: `left`, `came`.
    String happened() {
        return switch (this) {
            case WON_BACK -> "left";
            case RETAINED -> "came";
            case CHURN, REACTIVATED, ACTIVE, NEW -> "";
        };
    }

    boolean isLessBetter() {
        return this == CHURN;
    }

    boolean isCount() {
        return base.isEmpty();
    }

    String cell() {
        return cell;
    }

    /// The count of which a share is one, and who they are.
    long base(Row row) {
        return Rows.count(row, base);
    }

    String baseWords() {
        return baseWords;
    }

    String whyUndefined() {
        return whyUndefined;
    }

    /// Whether a row is one of its numbers: all are, but of a triangle of cohorts.
    boolean isOf(Row row, Every every) {
        return this != RETAINED
                || Rows.key(row, "n").equals(String.valueOf(column(every)))
                        && !Rows.key(row, period()).equals("all");
    }

    /// The cell that names the period of a row.
    String period() {
        return this == RETAINED ? "cohort" : "period";
    }
}
