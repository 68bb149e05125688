package perennial.core.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.calendar.Every;
import perennial.core.calendar.Periods;
import perennial.core.history.Group;
import perennial.core.history.Grouping;
import perennial.core.history.OwnerSet;
import perennial.core.history.PeriodReader;
import perennial.core.history.Shard;
import perennial.core.question.Asking;
import perennial.core.question.CountQuestion;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;
import perennial.core.question.Unit;

/// How many sessions began in each period, of how many people, how long they were, and how many were a glance only.
public record Sessions(Scope scope, Idle idle, Grouping by) implements CountQuestion {
    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "sessions",
            "How many sessions began in each period, how long they were, and how many were a glance only.",
            Unit.VISITOR,
            List.of(Idle.OPTION, Scope.every(Every.WEEK)),
            (options, history) ->
                    new Sessions(Scope.of(options, history), Idle.of(options), Asking.grouping(options, history)));

    private static final long ENGAGED_MILLIS = 10_000;

    private static final int SESSIONS = 0;
    private static final int CUSTOMERS = 1;
    private static final int ACTIONS = 2;
    private static final int MILLIS = 3;
    private static final int BOUNCES = 4;
    private static final int SINGLES = 5;
    private static final int KINDS = 6;

    @Override
    public int boxes() {
        return scope.periods().count() * KINDS;
    }

    @Override
    public int histograms() {
        return scope.periods().count();
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        var sessions = idle.reader(shard);
        var periods = new PeriodReader(scope.periods());
        var groups = shard.groups(by);
        boolean isWhole = by instanceof Grouping.None;
        Map<Group, Tally> byGroup = new HashMap<>();
        var sums = new OwnerSums(KINDS);
        OwnerSet.forEach(shard.members(), owner -> {
            sessions.read(owner);
            int end;
            for (int i = 0; i < sessions.count(); i = end) {
                int period = periods.of(sessions.second(i));
                end = isWhole ? sessions.next(i, periods.samePeriodUntil()) : i + 1;
                if (period >= 0) {
                    Group group = groups.of(owner, sessions.at(sessions.first(i)));
                    add(sessions, i, end, sums, byGroup.computeIfAbsent(group, tallies::of), period);
                }
            }
            for (int i = 0; i < sums.size(); i++) {
                sums.tally(i).measure(sums.period(i), 0, sums.sum(i, SINGLES));
            }
            sums.tell(owner);
        });
    }

    /// Adds the sessions `[from, until)`, of one group and period.
    private static void add(SessionReader sessions, int from, int until, OwnerSums into, Tally tally, int period) {
        long millis = 0;
        int bounces = 0;
        int singles = 0;
        for (int i = from; i < until; i++) {
            if (sessions.events(i) == 1) {
                singles++;
                bounces += sessions.isWorthIt(i) ? 0 : 1;
            } else {
                long time = sessions.millis(i);
                millis += time;
                bounces += time >= ENGAGED_MILLIS || sessions.isWorthIt(i) ? 0 : 1;
                tally.measure(period, time / 1000);
            }
        }
        int place = into.of(tally, period);
        long[] sums = into.sums();
        sums[place + SESSIONS] += until - from;
        sums[place + CUSTOMERS] = 1;
        sums[place + ACTIONS] += sessions.first(until) - sessions.first(from);
        sums[place + MILLIS] += millis;
        sums[place + BOUNCES] += bounces;
        sums[place + SINGLES] += singles;
    }

    @Override
    public List<Row> rows(Counts counts) {
        Periods periods = scope.periods();
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < periods.count(); period++) {
            if (periods.isSkipped(period)) {
                continue;
            }
            int first = period * KINDS;
            long sessions = counts.of(first + SESSIONS);
            rows.add(Row.of(counts, scope.state(period))
                    .key("period", periods.label(period))
                    .count("sessions", first + SESSIONS)
                    .count("customers", first + CUSTOMERS)
                    .real("per_customer", mean(sessions, counts.of(first + CUSTOMERS)))
                    .real("actions_per_session", mean(counts.of(first + ACTIONS), sessions))
                    .real("mean_seconds", mean(counts.of(first + MILLIS), sessions * 1000))
                    .real("median_seconds", counts.median(period))
                    .count("bounces", first + BOUNCES)
                    .proportion("bounce_rate", new Share(counts.of(first + BOUNCES), sessions))
                    .proportion("single_event_rate", new Share(counts.of(first + SINGLES), sessions))
                    .state(scope.state(period)));
        }
        return rows;
    }

    private static OptionalDouble mean(long sum, long of) {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / of);
    }

    @Override
    public List<String> rules() {
        return List.of(
                idle.rule(),
                "Bounces: sessions under 10 seconds with at most one view and no purchase, sign-up or contract begun."
                        + " Seconds run from the first to the last event; one event alone lasts 0.");
    }
}
