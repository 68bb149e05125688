package perennial.core.activity;

import java.util.ArrayList;
import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.calendar.Every;
import perennial.core.calendar.Periods;
import perennial.core.history.Grouping;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.question.Asking;
import perennial.core.question.BadOption;
import perennial.core.question.CountQuestion;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;

/// How many of those active in a period are active on a day of it, on average. Only days that are over count, on both
/// sides of the ratio: half a day, or a day still to come, would make everybody look fickle.
public record Stickiness(Scope scope, Selection event, Grouping by) implements CountQuestion {
    private static final int DAYS = 0;
    private static final int PEOPLE = 1;
    private static final int KINDS = 2;

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "stickiness",
            "How many of those active in a period are active on an average day of it.",
            Unit.USER,
            List.of(Scope.EVENT, Scope.every("week|month", Every.MONTH)),
            Stickiness::of);

    private static Stickiness of(Options options, History history) {
        Scope scope = Scope.of(options, history);
        Every every = scope.periods().every();
        if (every != Every.WEEK && every != Every.MONTH) {
            throw new BadOption("every", "stickiness sets days against a week or a month; choose week or month");
        }
        return new Stickiness(scope, Scope.selection(options, Scope.EVENT), Asking.grouping(options, history));
    }

    @Override
    public int boxes() {
        return scope.periods().count() * KINDS;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        Periods periods = scope.periods();
        var groups = shard.split(by, event);
        for (int period = 0; period < periods.count(); period++) {
            int first = period * KINDS;
            long[] people = OwnerSet.empty(shard.size());
            for (int day = periods.day(period); day < endDay(period); day++) {
                long[] active = shard.active(event, day, day + 1);
                OwnerSet.or(people, active);
                groups.forEach((group, members) -> tallies.of(group).addBoth(first + DAYS, active, members));
            }
            groups.forEach((group, members) -> tallies.of(group).addBoth(first + PEOPLE, people, members));
        }
    }

    /// The day after the last whole one of a period, so far.
    private int endDay(int period) {
        return Math.min(scope.periods().day(period + 1), scope.today());
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < scope.periods().count(); period++) {
            int first = period * KINDS;
            int days = endDay(period) - scope.periods().day(period);
            Row.Builder row = Row.of(counts).key("period", scope.periods().label(period));
            if (days <= 0) {
                row.missing("dau", "mau", "value");
            } else {
                long personDays = counts.of(first + DAYS);
                row.real("dau", (double) personDays / days)
                        .count("mau", first + PEOPLE)
                        .proportion("value", new Share(personDays, days * counts.of(first + PEOPLE)));
            }
            rows.add(row.state(scope.state(period)));
        }
        return rows;
    }

    @Override
    public List<String> rules() {
        String every = scope.periods().every().toString();
        return List.of(
                "Active: did " + Scope.words(event)
                        + ". Only whole days count, those that were over at the as-of time.",
                "dau: the active of a day, on average over the days of the " + every + ". mau: the active of the "
                        + every + ", each once. value: dau over mau.");
    }
}
