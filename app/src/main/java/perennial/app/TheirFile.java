package perennial.app;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import perennial.core.reconcile.BadNumbers;
import perennial.core.reconcile.Metric;
import perennial.core.reconcile.Theirs;
import perennial.core.reconcile.Theirs.Place;
import perennial.store.imports.Separator;

/// Reads the numbers of another tool from a CSV file. Columns that nobody named are guessed: the period is the first
/// that holds dates, the number the first other that holds numbers; retention has the periods since before it.
///
/// @param named the columns that the user named, by `period`, `n` and `value`
record TheirFile(Path file, Metric metric, Function<String, Optional<String>> named) {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.BASIC_ISO_DATE,
            DateTimeFormatter.ISO_WEEK_DATE,
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));

    /// @throws BadNumbers if the file does not hold such numbers
    Theirs read() throws IOException {
        SequencedMap<Place, Double> numbers = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().fieldSeparator(Separator.of(header())).ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = csv.stream().toList();
            if (rows.isEmpty()) {
                throw new BadNumbers(file + " holds no row below its header; give one for each period");
            }
            List<String> columns = rows.getFirst().getHeader();
            String period =
                    column(columns, "period", name -> isDate(rows.getFirst().getField(name)));
            String n = metric == Metric.RETENTION
                    ? column(
                            columns,
                            "n",
                            name -> !name.equals(period)
                                    && isNumber(rows.getFirst().getField(name)))
                    : "";
            String value = column(
                    columns,
                    "value",
                    name -> !name.equals(period)
                            && !name.equals(n)
                            && isNumber(rows.getFirst().getField(name)));
            for (NamedCsvRecord row : rows) {
                if (!row.getField(value).isBlank()) {
                    numbers.put(
                            new Place(
                                    date(row.getField(period)).orElseThrow(() -> fault(row, period, "date")),
                                    n.isEmpty() ? 0 : (int) read(row, n)),
                            read(row, value));
                }
            }
        }
        return new Theirs(numbers);
    }

    private String header() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        }
    }

    private String column(List<String> columns, String what, Predicate<String> fits) {
        Optional<String> name = named.apply(what);
        if (name.isPresent() && !columns.contains(name.get())) {
            throw new BadNumbers("--" + what + ": there is no column \"" + name.get() + "\" in " + file
                    + ". The columns are: " + String.join(", ", columns));
        }
        return name.or(() -> columns.stream().filter(fits).findFirst())
                .orElseThrow(() -> new BadNumbers("No column of " + file + " looks like the " + what
                        + "; name it with --" + what + ". The columns are: " + String.join(", ", columns)));
    }

    private double read(NamedCsvRecord row, String column) {
        return number(row.getField(column)).orElseThrow(() -> fault(row, column, "number"));
    }

    private BadNumbers fault(NamedCsvRecord row, String column, String kind) {
        return new BadNumbers(file + ":" + row.getStartingLineNumber() + ": \"" + row.getField(column)
                + "\" in column \"" + column + "\" is no " + kind + "; mend it or leave the row out");
    }

    private static boolean isNumber(String text) {
        return number(text).isPresent();
    }

    private static boolean isDate(String text) {
        return date(text).isPresent();
    }

    /// `10412`, `10,412`, `0.31` or `31 %`.
    private static Optional<Double> number(String text) {
        String plain = text.strip().replaceAll("(?<=\\d),(?=\\d{3})", "");
        boolean isPercent = plain.endsWith("%");
        String digits = isPercent ? plain.substring(0, plain.length() - 1).strip() : plain;
        return digits.matches("-?[0-9]+(\\.[0-9]+)?")
                ? Optional.of(Double.parseDouble(digits) / (isPercent ? 100 : 1))
                : Optional.empty();
    }

    /// The date with which a period begins: `2026-03-01`, also with a time behind it, `2026-03`, `2026-W10`, `Mar 1,
    /// 2026`.
    private static Optional<LocalDate> date(String text) {
        String plain = text.strip();
        String whole = plain.matches("\\d{4}-\\d{2}")
                ? plain + "-01"
                : plain.matches("\\d{4}-W\\d{2}")
                        ? plain + "-1"
                        : plain.replaceFirst("(\\d{4}-\\d{2}-\\d{2})[T ].*", "$1");
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(whole, format));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }
}
