package perennial.core.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.calendar.Every;
import perennial.core.calendar.Periods;
import perennial.core.history.Grouping;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.question.Asking;
import perennial.core.question.BadOption;
import perennial.core.question.CountQuestion;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;

/// How many were active in each period, or in the days that end with it. Distinct people: never add rows up.
public record ActiveUsers(Scope scope, Selection event, Optional<Integer> rollingDays, Grouping by)
        implements CountQuestion {

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "active-users",
            "How many were active in each period.",
            Unit.USER,
            List.of(
                    Scope.EVENT,
                    Scope.every(Every.DAY),
                    new Option(
                            "rolling",
                            "DAYS",
                            "",
                            "Count the people of the last DAYS local days up to the end of each period instead.")),
            ActiveUsers::of);

    private static ActiveUsers of(Options options, History history) {
        var scope = Scope.of(options, history);
        Optional<Integer> rolling = options.days("rolling");
        if (rolling.isPresent() && scope.periods().every() == Every.HOUR) {
            throw new BadOption("rolling", "it counts days and cannot go with hours; choose --every day or longer");
        }
        return new ActiveUsers(
                scope, Scope.selection(options, Scope.EVENT), rolling, Asking.grouping(options, history));
    }

    @Override
    public int boxes() {
        return scope.periods().count();
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        long[][] sets =
                rollingDays.isPresent() ? rolling(shard, rollingDays.get()) : shard.active(event, scope.periods(), 1);
        shard.split(by, event).forEach((group, members) -> {
            Tally tally = tallies.of(group);
            for (int period = 0; period < sets.length; period++) {
                tally.addBoth(period, sets[period], members);
            }
        });
    }

    /// For each period the union of the `days` days up to its last. Neighbouring windows overlap almost wholly, so
    /// they are put together from unions that run from fixed posts, `days` apart, to both sides (van Herk): three
    /// unions a day, however long the window.
    private long[][] rolling(Shard shard, int days) {
        Periods periods = scope.periods();
        var windows = new long[periods.count()][];
        if (windows.length == 0) {
            return windows;
        }
        int first = periods.day(0) + 1 - days;
        int last = Math.min(periods.day(periods.count()), scope.today()) - 1;
        int length = Math.max(0, last - first + 1);
        var forward = new long[length][];
        var backward = new long[length][];
        for (int i = 0; i < length; i++) {
            forward[i] = shard.active(event, first + i, first + i + 1);
            backward[i] = forward[i].clone();
        }
        for (int i = 1; i < length; i++) {
            if (i % days != 0) {
                OwnerSet.or(forward[i], forward[i - 1]);
            }
        }
        for (int i = length - 2; i >= 0; i--) {
            if ((i + 1) % days != 0) {
                OwnerSet.or(backward[i], backward[i + 1]);
            }
        }
        for (int period = 0; period < windows.length; period++) {
            int end = Math.min(periods.day(period + 1), scope.today()) - 1 - first;
            if (end < 0 || end >= length) {
                windows[period] = OwnerSet.empty(shard.size());
            } else {
                windows[period] = forward[end].clone();
                if (end - days + 1 >= 0) {
                    OwnerSet.or(windows[period], backward[end - days + 1]);
                }
            }
        }
        return windows;
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            if (scope.periods().isSkipped(period)) {
                continue;
            }
            rows.add(Row.of(counts, scope.state(period))
                    .key("period", scope.periods().label(period))
                    .count("customers", period)
                    .state(scope.state(period)));
        }
        return rows;
    }

    @Override
    public List<String> rules() {
        return List.of(
                "Active: did " + Scope.words(event) + ".",
                rollingDays
                        .map(days -> "Each row counts the " + days + " local days that end with its period.")
                        .orElse("Each row counts the people of its period once."));
    }
}
