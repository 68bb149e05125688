package perennial.server.web.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
/// @param begun the first day of the period in which the history begins, so that it holds only a part
/// @param goal what it is wanted to be, if somebody said
record Measured(
        Kpi kpi,
        Answered answer,
        List<Row> complete,
        Optional<Row> running,
        Optional<LocalDate> begun,
        OptionalDouble goal) {
    static final int PERIODS = 12;

    /// The quantile of the standard normal distribution for 95%.
    private static final double Z = 1.96;

    /// The median of the chi-square distribution with one degree of freedom.
    private static final double MEDIAN_CHI_SQUARE = 0.4549;

    /// By so many divided by the jumps the dispersion is widened: the median of few is often far too small, and the
    /// growth was taken from the same. Found by simulation: with it 92 to 98% of 12 unchanged counts are noise.
    private static final double FEW_JUMPS = 5;

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

    static Measured of(Kpi kpi, Answered answer, Optional<LocalDate> begun, OptionalDouble goal) {
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
                begun,
                goal);
    }

    Optional<Row> last() {
        return complete.isEmpty() ? Optional.empty() : Optional.of(complete.getLast());
    }

    /// The period before the last; none where the history begins in it, since a part of a period tells nothing of
    /// the next.
    Optional<Row> before() {
        return complete.size() < 2
                ? Optional.empty()
                : Optional.of(complete.get(complete.size() - 2)).filter(row -> !isBegun(row));
    }

    private boolean isBegun(Row row) {
        return begun.isPresent() && label(row).equals(begun.get().toString());
    }

    OptionalDouble value(Row row) {
        return Answered.number(row, kpi.cell());
    }

    /// The newest value.
    OptionalDouble value() {
        return last().map(this::value).orElse(OptionalDouble.empty());
    }

    /// By how much it moved since the period before; nothing where there is none to compare with.
    OptionalDouble change() {
        OptionalDouble earlier = before().map(this::value).orElse(OptionalDouble.empty());
        return value().isPresent() && earlier.isPresent()
                ? OptionalDouble.of(value().getAsDouble() - earlier.getAsDouble())
                : OptionalDouble.empty();
    }

    /// What a change means: nothing, if the intervals of two shares overlap, or a count moved no more than counts do by
    /// chance.
    Verdict verdict(double change) {
        boolean isNoise = kpi.isCount()
                ? Math.abs(change) <= Z * Math.sqrt(variance())
                : Answered.isNoise(last().orElseThrow(), before().orElseThrow());
        if (change == 0 || isNoise) {
            return Verdict.NOISE;
        }
        return change > 0 == kpi.isLessBetter() ? Verdict.WORSE : Verdict.BETTER;
    }

    /// Of the change of a count: what Poisson counts have, their sum, times how much more than such counts the earlier
    /// periods scattered.
    private double variance() {
        return dispersion()
                * (value().orElse(0) + before().map(this::value).orElseThrow().orElse(0));
    }

    /// How many times as much as Poisson counts the earlier ones scatter around their growth; at least 1.
    ///
    /// - The growth is the median ratio of a count to the one before. What a count is beyond it has, for Poisson
    ///   counts, the variance growth × their sum; its square over that is a chi-square with one degree of freedom.
    /// - Their median, since one fall or rise of old says nothing of the others; a steady growth is no scatter.
    /// - The change itself is left out, and so is the period in which the history begins. One jump tells nothing.
    private double dispersion() {
        double[] counts = complete.subList(0, complete.size() - 1).stream()
                .filter(row -> !isBegun(row))
                .mapToDouble(row -> value(row).orElse(0))
                .toArray();
        double growth = Math.exp(median(IntStream.range(1, counts.length)
                        .filter(i -> counts[i] > 0 && counts[i - 1] > 0)
                        .mapToDouble(i -> Math.log(counts[i] / counts[i - 1])))
                .orElse(0));
        OptionalDouble scatter = median(IntStream.range(1, counts.length)
                .filter(i -> counts[i] + counts[i - 1] > 0)
                .mapToDouble(i ->
                        Math.pow(counts[i] - growth * counts[i - 1], 2) / (growth * (counts[i] + counts[i - 1]))));
        return scatter.isPresent()
                ? Math.max(1, scatter.getAsDouble() / MEDIAN_CHI_SQUARE * (1 + FEW_JUMPS / (counts.length - 1)))
                : 1;
    }

    private static OptionalDouble median(DoubleStream of) {
        double[] sorted = of.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted[middle] + sorted[(sorted.length - 1) / 2]) / 2);
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
