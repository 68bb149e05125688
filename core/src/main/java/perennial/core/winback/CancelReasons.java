package perennial.core.winback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.calendar.Every;
import perennial.core.calendar.LocalDays;
import perennial.core.history.Column;
import perennial.core.history.Grouping;
import perennial.core.history.Shard;
import perennial.core.life.ContractLives;
import perennial.core.question.Asking;
import perennial.core.question.CountQuestion;
import perennial.core.question.Option;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;
import perennial.core.question.Unit;

/// Why customers left, and how many of those with each reason came back: the lives by contract that ended in a period,
/// by what their end event says.
public record CancelReasons(Scope scope, ContractLives source, int withinDays, Grouping by) implements CountQuestion {
    /// The property of an end event that says why.
    public static final String REASON = "reason";

    /// Labels of the counts; no reason can look like none.
    private static final String NO_REASON = "-";
    private static final String SOME_REASON = "=";

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
                    "cancel-reasons",
                    "Why customers left, and how many of them came back.",
                    Unit.CUSTOMER,
                    List.of(
                            new Option("within", "DAYS", "90d", "Days after the end in which a return counts."),
                            Scope.everyDay(Every.MONTH)),
                    (options, history) -> new CancelReasons(
                            Scope.ofDays(options, history),
                            ContractLives.of(history),
                            options.days("within").orElseThrow(),
                            Asking.grouping(options, history)))
            .ofEntries();

    private WinbackWindow window() {
        return new WinbackWindow(scope, withinDays);
    }

    @Override
    public int boxes() {
        return window().boxes();
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        WinbackWindow window = window();
        LocalDays localDays = scope.periods().calendar().localDays();
        var groups = shard.groups(by);
        Optional<Column> reasons = shard.property(REASON);
        new EndedLives(scope, source).forEach(shard, (owner, lives, life, period) -> {
            long end = lives.endAt(life);
            Tally all = tallies.of(groups.of(owner, end));
            all.add(WinbackWindow.ended(period), owner);
            window.count(all.under(label(reasons, end)), localDays, owner, lives, life, period);
        });
    }

    private static String label(Optional<Column> reasons, long end) {
        int code = reasons.map(column -> column.code(end)).orElse(Column.ABSENT);
        return code == Column.ABSENT
                ? NO_REASON
                : SOME_REASON + reasons.orElseThrow().dictionary().get(code);
    }

    private static Optional<String> reason(String label) {
        return label.equals(NO_REASON) ? Optional.empty() : Optional.of(label.substring(SOME_REASON.length()));
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            int ended = WinbackWindow.ended(period);
            String label = scope.periods().label(period);
            for (Counts some : mostFirst(counts, ended)) {
                Row.Builder row = Row.of(some)
                        .key("period", label)
                        .key("reason", reason(some.label()))
                        .count("ended", ended)
                        .proportion("share", new Share(some.of(ended), counts.of(ended)));
                rows.add(window().row(row, some, period));
            }
        }
        return rows;
    }

    /// The reasons that occur in a period; equal ones by name, those without one last.
    private static List<Counts> mostFirst(Counts counts, int ended) {
        return counts.parts().values().stream()
                .filter(some -> some.of(ended) > 0)
                .sorted(Comparator.comparingLong((Counts some) -> -some.of(ended))
                        .thenComparing(some -> some.label().equals(NO_REASON))
                        .thenComparing(Counts::label))
                .toList();
    }

    @Override
    public List<String> rules() {
        return List.of(
                source.rule(),
                "reason: what the property \"" + REASON
                        + "\" of the event that ended the life says. share: of all lives ended in" + " the period.",
                window().rule());
    }
}
