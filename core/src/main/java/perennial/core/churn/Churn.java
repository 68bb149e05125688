package perennial.core.churn;

import java.util.ArrayList;
import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.calendar.Every;
import perennial.core.history.History;
import perennial.core.inactivity.Silence;
import perennial.core.life.Basis;
import perennial.core.question.Asking;
import perennial.core.question.Options;
import perennial.core.question.Question;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Unit;

/// What churn by use and churn by contract have in common: the catalogue entry, the boxes and the rows.
public final class Churn {
    static final int AT_START = 0;
    static final int CHURNED = 1;
    static final int KINDS = 2;

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
                    "churn",
                    "How many of those there at the start of a period had left at its end.",
                    options -> Basis.of(options) == Basis.USAGE ? Unit.USER : Unit.CUSTOMER,
                    List.of(Basis.option(Basis.USAGE), Basis.forUsage(Silence.OPTION), Scope.everyDay(Every.MONTH)),
                    Churn::of)
            .ofEntries(options -> Basis.of(options) == Basis.CONTRACT);

    private static Question of(Options options, History history) {
        var scope = Scope.ofDays(options, history);
        var by = Asking.grouping(options, history);
        return switch (Basis.of(options)) {
            case USAGE -> new UsageChurn(scope, Silence.of(options), by);
            case CONTRACT -> new ContractChurn(scope, Basis.CONTRACT.lives(history, 0), by);
        };
    }

    private Churn() {}

    static List<Row> rows(Scope scope, Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            int first = period * KINDS;
            rows.add(Row.of(counts, scope.state(period))
                    .key("period", scope.periods().label(period))
                    .count("at_start", first + AT_START)
                    .count("churned", first + CHURNED)
                    .share(new Share(counts.of(first + CHURNED), counts.of(first + AT_START)), scope.state(period)));
        }
        return rows;
    }
}
