package perennial.server.web.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;
import perennial.core.calendar.Every;
import perennial.server.web.Figures;
import perennial.server.web.customer.CustomerAddress;
import perennial.server.web.help.Glossary;
import perennial.server.web.help.Term;

/// The rows of an answer, the newest periods first; of cohorts that have a picture of their own, all of them together.
///
/// @param left how many rows more there are than shown
public record TableView(List<Column> columns, List<Line> lines, int left) {
    private static final int MOST_LINES = 400;

    /// Of a curve by day, one day of so many.
    private static final int CURVE_DAYS = 7;

    /// Bounds stand beside their value, the state in the look of the row.
    private static final Set<String> WITHIN_OTHERS = Set.of("low", "high", "state");

    /// @param term what it is about, if the glossary has it
    /// @param isNumber whether it stands at the right
    public record Column(String name, Optional<Term> term, boolean isNumber) {}

    /// @param state as its class says: `complete`, `in_progress` or `not_yet`
    public record Line(String state, List<Field> fields) {}

    /// @param note beside the value, in a paler ink
    /// @param link the address behind it
    public record Field(String text, Optional<String> note, Optional<String> link, boolean isNumber, boolean isOpen) {}

    /// @param comparison what stands beside the number that it compares
    static TableView of(Answered answer, Optional<Comparison> comparison) {
        List<String> names = new Rows(answer.rows())
                .names().stream()
                        .filter(name -> !WITHIN_OTHERS.contains(name))
                        .filter(name -> !(answer.isTriangle() && name.equals("cohort")))
                        .toList();
        List<Row> rows = ordered(answer);
        List<Line> lines = rows.stream()
                .limit(MOST_LINES)
                .map(row -> new Line(
                        row.state().toString(),
                        names.stream()
                                .flatMap(name -> Stream.concat(
                                        Stream.of(field(answer, row, name)),
                                        comparison.filter(other -> other.cell().equals(name)).stream()
                                                .map(other -> beside(other, row))))
                                .toList()))
                .toList();
        return new TableView(
                names.stream()
                        .flatMap(name -> Stream.concat(
                                Stream.of(new Column(
                                        heading(answer, name), Glossary.ofColumn(name), isNumber(answer, name))),
                                comparison.filter(other -> other.cell().equals(name)).stream()
                                        .map(other -> new Column(other.name(), Optional.empty(), true))))
                        .toList(),
                lines,
                answer.isTriangle() ? 0 : answer.rows().size() - lines.size());
    }

    /// The same for those who cannot open the glossary.
    public TableView withoutTerms() {
        return new TableView(
                columns.stream()
                        .map(column -> new Column(column.name(), Optional.empty(), column.isNumber()))
                        .toList(),
                lines,
                left);
    }

    private static List<Row> ordered(Answered answer) {
        if (answer.isTriangle()) {
            return Retained.pooled(answer);
        }
        if (new Rows(answer.rows()).have("day")) {
            return answer.rows().stream()
                    .filter(row -> Integer.parseInt(Rows.key(row, "day")) % CURVE_DAYS == 0)
                    .toList();
        }
        SequencedMap<String, List<Row>> periods = new LinkedHashMap<>();
        answer.rows()
                .forEach(row -> periods.computeIfAbsent(
                                Rows.key(row, "group") + Rows.key(row, "period"), _ -> new ArrayList<>())
                        .add(row));
        Collection<List<Row>> newestFirst =
                answer.isSplit() ? periods.values() : periods.sequencedValues().reversed();
        return newestFirst.stream().flatMap(List::stream).toList();
    }

    private static String heading(Answered answer, String name) {
        return switch (name) {
            case "period" -> answer.every() == Every.WEEK ? "Week of" : Words.heading(name);
            case "customers" -> Words.heading(answer.inquiry().people());
            default -> Words.heading(name);
        };
    }

    private static boolean isNumber(Answered answer, String name) {
        return answer.rows().stream()
                .map(row -> row.cells().getOrDefault(name, new Cell.Missing()))
                .noneMatch(cell -> cell instanceof Cell.Key || cell instanceof Cell.NoKey);
    }

    private static Field field(Answered answer, Row row, String name) {
        Cell cell = row.cells().getOrDefault(name, new Cell.Missing());
        return switch (cell) {
            case Cell.Key(String text) -> key(answer, name, text);
            case Cell.NoKey _ -> plain(Cell.NoKey.WORD, false);
            case Cell.Index(int number) -> plain(String.valueOf(number), true);
            case Cell.Count(long number, String _, int[] _) ->
                new Field(
                        Figures.whole(number),
                        Optional.empty(),
                        number == 0 ? Optional.empty() : answer.who(row, name),
                        true,
                        answer.isOpen(row, name));
            case Cell.Proportion(double share) ->
                new Field(
                        Figures.percent(share),
                        name.equals("value") ? interval(row) : Optional.empty(),
                        Optional.empty(),
                        true,
                        false);
            case Cell.Real(double number) -> plain(real(name, number), true);
            case Cell.Amount(var amount) -> plain(amount.toPlainString(), true);
            case Cell.Missing _ -> plain(row.state() == State.NOT_YET ? "not yet" : "–", true);
            case Cell.Judged(State state) -> plain(state.toString(), false);
        };
    }

    private static Field beside(Comparison comparison, Row row) {
        return comparison
                .beside(row)
                .map(there -> field(comparison.other(), there, comparison.cell()))
                .orElseGet(() -> plain("–", true));
    }

    private static Field key(Answered answer, String name, String text) {
        if (name.equals("period") || name.equals("cohort") && !text.equals("all")) {
            return plain(
                    answer.every() == Every.DAY || answer.every() == Every.WEEK
                            ? Figures.date(java.time.LocalDate.parse(text))
                            : Figures.period(text, answer.every()),
                    false);
        }
        return name.equals("customer")
                ? new Field(text, Optional.empty(), Optional.of(CustomerAddress.search(text)), false, false)
                : plain(text, false);
    }

    private static Field plain(String text, boolean isNumber) {
        return new Field(text, Optional.empty(), Optional.empty(), isNumber, false);
    }

    private static Optional<String> interval(Row row) {
        OptionalDouble low = Rows.real(row, "low");
        return low.isEmpty()
                ? Optional.empty()
                : Optional.of(Figures.interval(low.getAsDouble(), Answered.real(row, "high")));
    }

    private static String real(String name, double number) {
        return name.endsWith("seconds")
                ? Figures.span(number)
                : name.endsWith("days") || name.endsWith("gap") ? Figures.days(number) : Figures.real(number);
    }

    /// The state in words, for rows that are not complete.
    public static Map<String, String> states() {
        return Map.of(State.IN_PROGRESS.toString(), "so far", State.NOT_YET.toString(), "not yet");
    }
}
