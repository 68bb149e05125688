package perennial.server.web.overview;

import java.util.Optional;
import java.util.OptionalDouble;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.calendar.Every;
import perennial.server.web.Figures;

/// One number of the overview as it is shown; all of it leads to its report.
///
/// @param period what the number is about
/// @param reading the number; none where it is undefined
/// @param why it is undefined, else empty
public record Tile(String title, String period, String address, Optional<Reading> reading, String why) {

    /// @param interval its bounds, or empty
    /// @param basis of how many it is a share, or what the running period has so far
    /// @param goal what it is wanted to be and whether it is, or empty
    public record Reading(
            String value, Optional<Change> change, Sparkline line, String interval, String basis, String goal) {}

    /// @param sign −1, 0 or 1
    /// @param verdict as its class says: `better`, `worse` or `noise`
    public record Change(int sign, String words, String verdict) {}

    static Tile of(Measured measured) {
        String title = measured.kpi().title(measured.every());
        String address = measured.answer().inquiry().address();
        Optional<Row> last = measured.last();
        OptionalDouble value = measured.value();
        String period = last.map(row -> period(measured, row)).orElse("");
        return value.isPresent()
                ? new Tile(title, period, address, Optional.of(reading(measured, value.getAsDouble())), "")
                : new Tile(title, period, address, Optional.empty(), why(measured));
    }

    private static String period(Measured measured, Row row) {
        String happened = measured.kpi().happened();
        String period = named(measured, row);
        if (happened.isEmpty()) {
            return period;
        }
        return happened + (measured.every() == Every.WEEK ? " " : " in ") + period;
    }

    private static String named(Measured measured, Row row) {
        return (measured.every() == Every.WEEK ? "week of " : "")
                + Figures.period(measured.label(row), measured.every());
    }

    private static String why(Measured measured) {
        return measured.last()
                .map(row -> measured.kpi().whyUndefined() + " " + Figures.during(measured.label(row), measured.every())
                        + ", so this has no value.")
                .orElse("No " + measured.every() + " of the data is over for long enough to judge it.");
    }

    private static Reading reading(Measured measured, double value) {
        Row last = measured.last().orElseThrow();
        OptionalDouble low = Rows.real(last, "low");
        OptionalDouble high = Rows.real(last, "high");
        OptionalDouble change = measured.change();
        return new Reading(
                measured.text(value),
                change.isPresent() ? Optional.of(change(measured, change.getAsDouble())) : Optional.empty(),
                Sparkline.of(measured),
                low.isPresent() && high.isPresent()
                        ? "95%: " + Figures.interval(low.getAsDouble(), high.getAsDouble())
                        : "",
                measured.kpi().isCount()
                        ? soFar(measured)
                        : "of " + Figures.whole(measured.kpi().base(last)) + " "
                                + measured.kpi().baseWords(),
                measured.goal().isPresent() ? goal(measured, measured.goal().getAsDouble()) : "");
    }

    private static String goal(Measured measured, double target) {
        return "Goal " + (measured.kpi().isLessBetter() ? "≤ " : "≥ ") + measured.text(target)
                + (measured.isMet(target) ? ", met" : ", not met");
    }

    private static Change change(Measured measured, double change) {
        Measured.Verdict verdict = measured.verdict(change);
        return new Change(
                (int) Math.signum(change),
                change == 0
                        ? "as before"
                        : measured.size(change) + (verdict == Measured.Verdict.NOISE ? ", " : " ") + verdict.words(),
                verdict.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String soFar(Measured measured) {
        return measured.running()
                .filter(row -> measured.value(row).isPresent())
                .map(row -> named(measured, row) + " so far: "
                        + measured.text(measured.value(row).getAsDouble()))
                .orElse("");
    }
}
