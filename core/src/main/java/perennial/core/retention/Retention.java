package perennial.core.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.answer.State;
import perennial.core.calendar.Periods;
import perennial.core.history.Grouping;
import perennial.core.history.Shard;
import perennial.core.question.CountQuestion;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Tallies;
import perennial.core.selection.Selection;

/// Of those who entered in a period, how many returned in each later one.
///
/// Cells that are not over are "so far" or "not yet"; the row `all` pools the complete cells of a column: the sum of
/// the returned over the sum of the eligible, never a mean of rates.
///
/// @param scope the periods of the cohorts
/// @param all the periods from the first cohort's to the last one begun by the as-of instant
/// @param windows the columns
/// @param leastEvents return events needed in one period after the period of entry
public record Retention(
        Scope scope,
        Periods all,
        Selection start,
        Selection back,
        Entry entry,
        List<ReturnWindow> windows,
        String windowWords,
        int leastEvents,
        Window window,
        Grouping by)
        implements CountQuestion {
    /// The question in the catalogue.
    public static final QuestionKind KIND = RetentionKind.KIND;

    private static final int RETURNED = 0;
    private static final int ELIGIBLE = 1;
    private static final int BEGUN = 2;

    public Retention {
        windows = List.copyOf(windows);
    }

    /// The box with the number of people who entered.
    int size(int cohort) {
        return cohort * (1 + windows.size() * kinds());
    }

    int returned(int cohort, int column) {
        return size(cohort) + 1 + column * kinds() + RETURNED;
    }

    /// The box with the number of people whose own window is over; only for own periods.
    int eligible(int cohort, int column) {
        return size(cohort) + 1 + column * kinds() + ELIGIBLE;
    }

    /// The box with the number of people whose own window has begun; only for own periods.
    int begun(int cohort, int column) {
        return size(cohort) + 1 + column * kinds() + BEGUN;
    }

    /// By the calendar, who is eligible follows from the size.
    private int kinds() {
        return window == Window.CALENDAR ? 1 : 3;
    }

    int cohorts() {
        return scope.periods().count();
    }

    @Override
    public int boxes() {
        return size(cohorts());
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        switch (window) {
            case CALENDAR -> new CalendarRetention(this, shard).count(tallies);
            case HOURS_24 -> new WindowRetention(this, shard).count(tallies);
        }
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int cohort = 0; cohort < cohorts(); cohort++) {
            String label = scope.periods().label(cohort);
            for (int column = 0; column < windows.size(); column++) {
                rows.add(cell(counts, label, cohort, column));
            }
        }
        for (int column = 0; column < windows.size() && cohorts() > 0; column++) {
            rows.add(pooled(counts, column));
        }
        return rows;
    }

    private Row cell(Counts counts, String label, int cohort, int column) {
        State state = state(counts, cohort, column);
        Row.Builder row = Row.of(counts)
                .key("cohort", label)
                .index("n", windows.get(column).first())
                .count("size", size(cohort))
                .count("eligible", eligibleBoxes(cohort, column));
        if (state == State.NOT_YET) {
            row.missing("returned");
        } else {
            row.count("returned", returned(cohort, column));
        }
        return row.share(new Share(counts.of(returned(cohort, column)), counts.of(size(cohort))), state);
    }

    private Row pooled(Counts counts, int column) {
        int[] complete = IntStream.range(0, cohorts())
                .filter(cohort -> counts.of(size(cohort)) > 0 && state(counts, cohort, column) == State.COMPLETE)
                .toArray();
        int[] eligible = IntStream.of(complete)
                .flatMap(cohort -> IntStream.of(eligibleBoxes(cohort, column)))
                .toArray();
        int[] returned =
                IntStream.of(complete).map(cohort -> returned(cohort, column)).toArray();
        Row.Builder row = Row.of(counts)
                .key("cohort", "all")
                .index("n", windows.get(column).first())
                .count("size", IntStream.of(complete).map(this::size).toArray())
                .count("eligible", eligible);
        if (complete.length == 0) {
            return row.missing("returned").share(new Share(0, 0), State.NOT_YET);
        }
        return row.count("returned", returned)
                .share(new Share(counts.sum(returned), counts.sum(eligible)), State.COMPLETE);
    }

    /// By the calendar, all of a cohort are eligible at once.
    private int[] eligibleBoxes(int cohort, int column) {
        return switch (window) {
            case HOURS_24 -> new int[] {eligible(cohort, column)};
            case CALENDAR -> calendarState(cohort, column) == State.COMPLETE ? new int[] {size(cohort)} : new int[0];
        };
    }

    /// In own periods, a cohort nobody entered is judged by the calendar.
    private State state(Counts counts, int cohort, int column) {
        long size = counts.of(size(cohort));
        if (size == 0 || window == Window.CALENDAR) {
            return calendarState(cohort, column);
        }
        return counts.of(eligible(cohort, column)) == size
                ? State.COMPLETE
                : counts.of(begun(cohort, column)) > 0 ? State.IN_PROGRESS : State.NOT_YET;
    }

    /// The state of a cell whose windows are calendar periods.
    State calendarState(int cohort, int column) {
        ReturnWindow returns = windows.get(column);
        if ((long) cohort + returns.first() >= all.count()) {
            return State.NOT_YET;
        }
        long judged = (long) cohort + returns.judgedAfter();
        return judged < all.count() && all.end((int) judged) <= scope.asOf() ? State.COMPLETE : State.IN_PROGRESS;
    }

    @Override
    public List<String> rules() {
        return List.of(
                entry.rule(Scope.words(start)),
                "Returned: did " + Scope.words(back) + " " + windowWords
                        + (leastEvents > 1
                                ? ", at least " + leastEvents + " times in one period (once in the period of entry)."
                                : "."),
                window.rule(),
                "all: returned over eligible, summed over the complete cells of the column.");
    }
}
