package perennial.core.adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.answer.State;
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

/// Of the active of each period, who used a feature: how many, how many for the first time, on how many days, and how
/// long these first ones took to get there.
public record Adoption(Scope scope, Selection feature, Grouping by) implements CountQuestion {
    private static final int ACTIVE = 0;
    private static final int ADOPTERS = 1;
    private static final int FIRST_TIME = 2;
    private static final int DAYS_OF_USE = 3;
    private static final int KINDS = 4;

    private static final double SECONDS_A_DAY = 86_400;

    private static final Option FEATURE =
            new Option("feature", "SELECTION", "", "The events that are a use of the feature.").required();

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "adoption",
            "How many of the active use a feature, how often, and how soon.",
            Unit.USER,
            List.of(FEATURE, Scope.everyDay(Every.MONTH)),
            Adoption::of);

    private static Adoption of(Options options, History history) {
        Selection feature = options.read(FEATURE.name(), Selection::parse)
                .orElseThrow(() -> new BadOption(
                        FEATURE.name(), "say which events are a use of it, such as --feature \"Report Exported\""));
        return new Adoption(Scope.ofDays(options, history), feature, Asking.grouping(options, history));
    }

    @Override
    public int boxes() {
        return scope.periods().count() * KINDS;
    }

    /// The seconds to the first use, by period of the first use.
    @Override
    public int histograms() {
        return scope.periods().count();
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        Periods periods = scope.periods();
        var groups = shard.split(by, entry(feature));
        var timeToUse = new TimeToFirstUse(shard, feature);
        long[] seen = periods.count() == 0 ? new long[0] : shard.activeBefore(feature, periods);
        for (int period = 0; period < periods.count(); period++) {
            int number = period;
            int first = period * KINDS;
            long[] users = OwnerSet.empty(shard.size());
            for (int day = periods.day(period); day < periods.day(period + 1); day++) {
                long[] today = shard.active(feature, day, day + 1);
                OwnerSet.or(users, today);
                groups.forEach((group, members) -> tallies.of(group).addBoth(first + DAYS_OF_USE, today, members));
            }
            long[] active = shard.active(Selection.ACTIVITY, periods.day(period), periods.day(period + 1));
            OwnerSet.or(active, users);
            long[] fresh = OwnerSet.except(users, seen);
            OwnerSet.or(seen, users);
            groups.forEach((group, members) -> {
                Tally tally = tallies.of(group);
                tally.addBoth(first + ACTIVE, active, members);
                tally.addBoth(first + ADOPTERS, users, members);
                long[] mine = fresh.clone();
                OwnerSet.and(mine, members);
                tally.add(first + FIRST_TIME, mine);
                OwnerSet.forEach(mine, owner -> tally.measure(number, timeToUse.seconds(owner)));
            });
        }
    }

    /// By what somebody enters: any activity, or a use of a feature that counts as none.
    static Selection entry(Selection feature) {
        return new Selection(Stream.of(Selection.ACTIVITY, feature)
                .flatMap(each -> each.parts().stream())
                .toList());
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            int first = period * KINDS;
            State state = scope.state(period);
            long adopters = counts.of(first + ADOPTERS);
            var share = new Share(adopters, counts.of(first + ACTIVE));
            OptionalDouble seconds = counts.median(period);
            rows.add(Row.of(counts, state)
                    .key("period", scope.periods().label(period))
                    .count("active", first + ACTIVE)
                    .count("adopters", first + ADOPTERS)
                    .count("first_time", first + FIRST_TIME)
                    .value(share, state)
                    .interval(share, state)
                    .real("depth", over(counts.of(first + DAYS_OF_USE), adopters))
                    .real("median_days", seconds.isEmpty() ? seconds : over(seconds.getAsDouble(), SECONDS_A_DAY))
                    .state(state));
        }
        return rows;
    }

    private static OptionalDouble over(double number, double of) {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of(number / of);
    }

    @Override
    public List<String> rules() {
        return List.of(
                "Adopters: did " + Scope.words(feature)
                        + " in the period; first_time: for the first time ever. Active: did "
                        + Scope.words(Selection.ACTIVITY) + ", or used the feature.",
                "depth: days with a use, on average over the adopters.",
                "median_days: from sign-up (else the first event) to the first use, of those who first used it in the"
                        + " period; those who never will are not in it.");
    }
}
