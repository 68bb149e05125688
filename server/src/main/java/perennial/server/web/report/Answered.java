package perennial.server.web.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;
import perennial.core.calendar.Every;
import perennial.core.question.Asked;
import perennial.core.question.Cellmark;
import perennial.server.web.Figures;

/// An answer together with how it was asked, read the way reports read it.
///
/// @param byState whether its rows are told apart by their state
/// @param showsPeople whether a number leads to the people behind it: not all who read it may see them
public record Answered(Inquiry inquiry, Asked asked, boolean byState, boolean showsPeople) {
    private static final Every NO_PERIODS = Every.DAY;

    public Answered(Inquiry inquiry, Asked asked) {
        this(inquiry, asked, true);
    }

    Answered(Inquiry inquiry, Asked asked, boolean showsPeople) {
        this(inquiry, asked, Cellmark.toldByState(asked.rows()), showsPeople);
    }

    public List<Row> rows() {
        return asked.rows();
    }

    /// The same with some of its rows.
    Answered only(Predicate<Row> which) {
        var some = new Asked(
                asked.question(),
                asked.parameters(),
                asked.rules(),
                asked.notes(),
                asked.zone(),
                asked.asOf(),
                rows().stream().filter(which).toList());
        return new Answered(inquiry, some, byState, showsPeople);
    }

    /// Those that are over and have this cell.
    List<Row> complete(String cell) {
        return rows().stream()
                .filter(row -> row.state() == State.COMPLETE && has(row, cell))
                .toList();
    }

    Optional<Row> last(String cell) {
        List<Row> complete = complete(cell);
        return complete.isEmpty() ? Optional.empty() : Optional.of(complete.getLast());
    }

    /// The one before the last.
    Optional<Row> before(String cell) {
        List<Row> complete = complete(cell);
        return complete.size() < 2 ? Optional.empty() : Optional.of(complete.get(complete.size() - 2));
    }

    static boolean has(Row row, String cell) {
        return !(row.cells().getOrDefault(cell, new Cell.Missing()) instanceof Cell.Missing);
    }

    boolean isSplit() {
        return new Rows(rows()).have("group");
    }

    /// Whether it is a triangle of cohorts.
    boolean isTriangle() {
        return new Rows(rows()).have("cohort") && !isSplit();
    }

    /// When a row was, within a sentence: `in September 2026`.
    String during(Row row) {
        return Figures.during(Rows.key(row, "period"), every());
    }

    /// The period of a row on an axis.
    String period(Row row, String cell) {
        return Figures.period(Rows.key(row, cell), every());
    }

    public Every every() {
        return inquiry.every().orElse(NO_PERIODS);
    }

    /// The address of the page with the people behind a count, for those who may see them.
    Optional<String> who(Row row, String count) {
        return showsPeople ? Optional.of(inquiry.at(cellmark(row, count)).address()) : Optional.empty();
    }

    String cellmark(Row row, String count) {
        return Cellmark.of(row, count, byState);
    }

    boolean isOpen(Row row, String count) {
        return inquiry.cell().filter(cellmark(row, count)::equals).isPresent();
    }

    /// The count or the number of this name, unless it is undefined or not yet known.
    public static OptionalDouble number(Row row, String cell) {
        return row.cells().get(cell) instanceof Cell.Count found
                ? OptionalDouble.of(found.number())
                : Rows.real(row, cell);
    }

    /// Whether two shares may differ by chance: their intervals overlap. Numbers without an interval are known.
    public static boolean isNoise(Row one, Row other) {
        return hasInterval(one)
                && hasInterval(other)
                && real(one, "low") <= real(other, "high")
                && real(other, "low") <= real(one, "high");
    }

    static boolean hasInterval(Row row) {
        return Rows.real(row, "low").isPresent();
    }

    static double real(Row row, String cell) {
        OptionalDouble value = Rows.real(row, cell);
        return value.isPresent() ? value.getAsDouble() : Double.NaN;
    }
}
