package perennial.server.web.overview;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;
import perennial.core.calendar.Every;
import perennial.server.web.Figures;
import perennial.server.web.report.Answered;

/// A number of the overview over its periods.
///
/// @param complete the last periods that can be judged, the newest last; some may have no value
/// @param running the period that is not over
/// @param goal what it is wanted to be, if somebody said
record Measured(Kpi kpi, Answered answer, List<Row> complete, Optional<Row> running, OptionalDouble goal) {
    static final int PERIODS = 12;

    /// How a number moved since the period before.
    enum Verdict {
        BETTER("better"),
        WORSE("worse"),
        NOISE("within noise");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Measured of(Kpi kpi, Answered answer, OptionalDouble goal) {
        List<Row> rows = answer.rows().stream()
                .filter(row -> kpi.isOf(row, answer.every()))
                .toList();
        List<Row> complete =
                rows.stream().filter(row -> row.state() == State.COMPLETE).toList();
        return new Measured(
                kpi,
                answer,
                complete.subList(Math.max(0, complete.size() - PERIODS), complete.size()),
                rows.stream().filter(row -> row.state() == State.IN_PROGRESS).findFirst(),
                goal);
    }

    Optional<Row> last() {
        return complete.isEmpty() ? Optional.empty() : Optional.of(complete.getLast());
    }

    /// The period before the last.
    Optional<Row> before() {
        return complete.size() < 2 ? Optional.empty() : Optional.of(complete.get(complete.size() - 2));
    }

    OptionalDouble value(Row row) {
        return Answered.number(row, kpi.cell());
    }

    /// The newest value.
    OptionalDouble value() {
        return last().map(this::value).orElse(OptionalDouble.empty());
    }

    /// By how much it moved since the period before.
    OptionalDouble change() {
        OptionalDouble earlier = before().map(this::value).orElse(OptionalDouble.empty());
        return value().isPresent() && earlier.isPresent()
                ? OptionalDouble.of(value().getAsDouble() - earlier.getAsDouble())
                : OptionalDouble.empty();
    }

    /// What a change means; one whose intervals overlap means nothing.
    Verdict verdict(double change) {
        if (change == 0 || Answered.isNoise(last().orElseThrow(), before().orElseThrow())) {
            return Verdict.NOISE;
        }
        return change > 0 == kpi.isLessBetter() ? Verdict.WORSE : Verdict.BETTER;
    }

    /// The size of a change: points of a share, percent of a count.
    String size(double change) {
        if (!kpi.isCount()) {
            return Figures.points(Math.abs(change)).replace("+", "");
        }
        double before = value().orElseThrow() - change;
        return before == 0 ? Figures.whole(Math.round(Math.abs(change))) : Figures.percent(Math.abs(change) / before);
    }

    /// A change with its sign.
    String signed(double change) {
        return kpi.isCount() ? Figures.change(Math.round(change)) : Figures.points(change);
    }

    /// Whether the newest value is as good as its goal.
    boolean isMet(double target) {
        double value = value().orElseThrow();
        return kpi.isLessBetter() ? value <= target : value >= target;
    }

    /// The period of a row, as the head of a column.
    String period(Row row) {
        return Figures.period(label(row), every());
    }

    String text(double value) {
        return kpi.isCount() ? Figures.whole(Math.round(value)) : Figures.percent(value);
    }

    Every every() {
        return answer.every();
    }

    String label(Row row) {
        return Rows.key(row, kpi.period());
    }
}
