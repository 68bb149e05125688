package perennial.core.inactivity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.calendar.Calendar;
import perennial.core.customer.Owner;
import perennial.core.history.Group;
import perennial.core.history.Grouping;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.life.ActiveDays;
import perennial.core.question.Asking;
import perennial.core.question.CustomerQuestion;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.core.question.Ranking;
import perennial.core.question.Unit;
import perennial.core.revenue.Spending;
import perennial.core.selection.Selection;

/// Who is slipping away: silent for long, measured by the customer's own rhythm, and not yet gone. So
/// somebody who comes daily is missed after days, and somebody who comes monthly is not.
///
/// @param leastRhythm how many of its usual gaps a customer must be silent for
/// @param today the local date of the as-of instant; days before it are over
/// @param yearStart when the year of spending begins, in milliseconds
public record AtRisk(double leastRhythm, Silence silence, int today, long yearStart, int limit, Grouping by)
        implements CustomerQuestion {
    private static final int LEAST_GAPS = 3;
    private static final int YEAR = 365;

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
                    "at-risk",
                    "Who is slipping away: silent for long by their own rhythm, and not yet inactive.",
                    Unit.USER,
                    List.of(
                            new Option(
                                    "least-rhythm",
                                    "N",
                                    "3",
                                    "How many of the own usual gaps the silence must have lasted."),
                            Silence.OPTION,
                            new Option("limit", "N", "100", "How many customers at most.")),
                    AtRisk::of)
            .namingPeople();

    private static AtRisk of(Options options, History history) {
        Calendar calendar = history.calendar();
        int today = calendar.dayOf(history.asOf());
        return new AtRisk(
                options.read("least-rhythm", AtRisk::rhythm).orElseThrow(),
                Silence.of(options),
                today,
                calendar.startOf(today - YEAR),
                options.number("limit", 1).orElseThrow(),
                Asking.grouping(options, history));
    }

    private static double rhythm(String text) {
        try {
            double rhythm = Double.parseDouble(text.strip());
            if (rhythm > 0 && rhythm < Double.POSITIVE_INFINITY) {
                return rhythm;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a number above 0; write one such as 3 or 2.5");
    }

    @Override
    public void list(Shard shard, Ranking ranking) {
        var days = new ActiveDays(shard, Selection.ACTIVITY);
        var spending = new Spending(shard);
        for (Map.Entry<Group, long[]> group :
                shard.split(by, Selection.ACTIVITY).entrySet()) {
            OwnerSet.forEach(group.getValue(), owner -> list(shard, owner, group.getKey(), days, spending, ranking));
        }
    }

    private void list(Shard shard, int owner, Group group, ActiveDays days, Spending spending, Ranking ranking) {
        days.read(owner);
        if (days.count() <= LEAST_GAPS) {
            return;
        }
        int silent = Math.max(0, today - 1 - days.day(days.count() - 1));
        if (silent >= silence.days()
                || silent < leastRhythm) { // a gap is a day at least, so the rhythm no more than this
            return;
        }
        double usual = usualGap(days);
        double rhythm = silent / usual;
        if (rhythm >= leastRhythm) {
            BigDecimal value = spending.between(owner, yearStart, Long.MAX_VALUE);
            Owner customer = shard.owner(owner);
            ranking.add(
                    group, customer, () -> row(customer, silent, usual, rhythm, value), value.doubleValue(), rhythm);
        }
    }

    /// The middle of the gaps between active days.
    private static double usualGap(ActiveDays days) {
        int[] gaps = new int[days.count() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = days.day(i + 1) - days.day(i);
        }
        Arrays.sort(gaps);
        return (gaps[(gaps.length - 1) / 2] + gaps[gaps.length / 2]) / 2.0;
    }

    private static Row row(Owner customer, int silent, double usual, double rhythm, BigDecimal value) {
        return Row.of(new Counts())
                .key("customer", customer.id())
                .index("silent_days", silent)
                .real("usual_gap", usual)
                .real("rhythm", rhythm)
                .amount("value_last_year", value)
                .state(State.COMPLETE);
    }

    @Override
    public List<String> rules() {
        return List.of(
                "At risk: silent for at least "
                        + BigDecimal.valueOf(leastRhythm).stripTrailingZeros().toPlainString()
                        + " times the own usual gap, and for less than "
                        + silence.days() + " days; then a customer is inactive.",
                "The usual gap is the median of the own gaps between active days, of those who have at least "
                        + LEAST_GAPS + ".",
                "Value: purchases less refunds in the workspace's currency since the date " + YEAR
                        + " days before. Most valuable first, then by rhythm.");
    }
}
