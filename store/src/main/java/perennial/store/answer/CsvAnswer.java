package perennial.store.answer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;
import perennial.core.question.People;

/// An answer as CSV (RFC 4180): a line of names, a line per row; what is undefined or not yet known is empty.
public final class CsvAnswer {
    private static final Pattern HARMLESS = Pattern.compile("[+-][0-9][0-9 .,()/-]*");

    private CsvAnswer() {}

    public static void write(List<Row> rows, Writer out) {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            List<String> names = new Rows(rows).names();
            csv.writeRecord(names);
            for (Row row : rows) {
                csv.writeRecord(names.stream()
                        .map(name -> text(row.cells().getOrDefault(name, new Cell.Missing())))
                        .toList());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Writes the kind and the id of each.
    public static void write(People people, Writer out) {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("kind", "id");
            people.owners().forEach(owner -> csv.writeRecord(owner.kind().toString(), guarded(owner.id())));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Writes a line of names and a line per record, one after the other as they come.
    public static void write(List<String> names, Iterable<List<Optional<String>>> records, Writer out) {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(names);
            records.forEach(record -> csv.writeRecord(
                    record.stream().map(text -> guarded(text.orElse(""))).toList()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Key(String text) -> guarded(text);
            case Cell.Index(int number) -> Integer.toString(number);
            case Cell.Count(long number, String _, int[] _) -> Long.toString(number);
            case Cell.Proportion(double share) -> Double.toString(share);
            case Cell.Real(double number) -> Double.toString(number);
            case Cell.Amount(BigDecimal amount) -> amount.toPlainString();
            case Cell.Missing _, Cell.NoKey _ -> "";
            case Cell.Judged(State state) -> state.toString();
        };
    }

    /// Spreadsheets run a cell that begins like a formula; an apostrophe before it makes it text. A number, or one
    /// of a telephone, runs nothing and stays as it is.
    public static String guarded(String text) {
        boolean mayRun = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return mayRun && !HARMLESS.matcher(text).matches() ? "'" + text : text;
    }
}
