package perennial.core.winback;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.calendar.Every;
import perennial.core.calendar.LocalDays;
import perennial.core.history.Grouping;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.inactivity.Silence;
import perennial.core.life.Basis;
import perennial.core.life.LifeSource;
import perennial.core.question.Asking;
import perennial.core.question.BadOption;
import perennial.core.question.CountQuestion;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Unit;
import perennial.core.survival.KaplanMeier;

/// How soon those who left come back: the share back by each day after the end of a life, by Kaplan–Meier, so that
/// those who left lately count for as long as they have been watched.
public record ReturnCurve(Scope scope, LifeSource source, int withinDays, Grouping by) implements CountQuestion {
    /// After two years a customer is no longer in the pool of those who may come back.
    private static final int MOST_DAYS = PeriodReading.LAPSED_DAYS;

    private static final Option WITHIN =
            new Option("within", "DAYS", "365d", "How many days after the end the curve goes.");

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
                    "return-curve",
                    "How soon those who left come back.",
                    Unit.CUSTOMER,
                    List.of(WITHIN, Basis.option(Basis.CONTRACT), Basis.forUsage(Silence.OPTION)),
                    ReturnCurve::of)
            .ofEntries();

    private static ReturnCurve of(Options options, History history) {
        int within = options.days(WITHIN.name()).orElseThrow();
        if (within > MOST_DAYS) {
            throw new BadOption(
                    WITHIN.name(),
                    within + " days are too many; after " + MOST_DAYS
                            + " nobody is waited for any more, choose at most that");
        }
        return new ReturnCurve(
                Scope.of(options, history, Every.DAY),
                Basis.of(options).lives(history, Silence.of(options).days()),
                within,
                Asking.grouping(options, history));
    }

    /// Two a day, who came back and who was last watched on it, and one for all that lasted longer.
    @Override
    public int boxes() {
        return 2 * (withinDays + 1) + 1;
    }

    private static int returned(int day) {
        return 2 * day;
    }

    private static int lastWatched(int day) {
        return 2 * day + 1;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        LocalDays localDays = scope.periods().calendar().localDays();
        var groups = shard.groups(by);
        int lastWholeDay = scope.today() - 1;
        new EndedLives(scope, source).forEach(shard, (owner, lives, life, period) -> {
            int end = localDays.dayOfMillis(lives.end(life));
            int watched = lastWholeDay - end;
            if (watched >= 0) {
                boolean hasNext = life + 1 < lives.count();
                int away = hasNext ? localDays.dayOfMillis(lives.start(life + 1)) - end : Integer.MAX_VALUE;
                int days = Math.min(Math.min(away, watched), withinDays + 1);
                int box = days <= withinDays && away > watched ? lastWatched(days) : returned(days);
                tallies.of(groups.of(owner, lives.endAt(life))).add(box, owner);
            }
        });
    }

    @Override
    public List<Row> rows(Counts counts) {
        int longer = withinDays + 1;
        long[] returned = new long[longer + 1];
        long[] lost = new long[longer + 1];
        for (int day = 0; day <= withinDays; day++) {
            returned[day] = counts.of(returned(day));
            lost[day] = counts.of(lastWatched(day));
        }
        lost[longer] = counts.of(returned(longer));
        KaplanMeier away = KaplanMeier.of(returned, lost);
        List<Row> rows = new ArrayList<>();
        for (int day = 0; day <= withinDays; day++) {
            rows.add(row(counts, away, day));
        }
        return rows;
    }

    private Row row(Counts counts, KaplanMeier away, int day) {
        Row.Builder row = Row.of(counts).index("day", day);
        if (away.atRisk(day) == 0) {
            return row.missing("at_risk", "returned", "value", "low", "high").state(State.NOT_YET);
        }
        row.count("at_risk", IntStream.range(returned(day), boxes()).toArray())
                .count("returned", returned(day))
                .proportion("value", 1 - away.lasting(day));
        away.interval(day)
                .ifPresentOrElse(
                        interval -> row.proportion("low", 1 - interval.high()).proportion("high", 1 - interval.low()),
                        () -> row.missing("low", "high"));
        return row.state(State.COMPLETE);
    }

    @Override
    public List<String> rules() {
        return List.of(
                source.rule(),
                "day: local dates from the end of a life to the start of the next. at_risk: not yet back before that day, and"
                        + " watched through it; the last day watched is the last that was over.",
                "value: the share back by the end of the day (Kaplan-Meier); interval by Greenwood on the log-log scale.");
    }
}
