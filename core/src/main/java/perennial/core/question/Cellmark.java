package perennial.core.question;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.State;

/// Points at one cell of an answer: `cohort=2026-03-02,n=1,returned`. `group=(none)` is the group without a value; a
/// value of that name is quoted.
///
/// @param keys what identifies the row
/// @param count the name of the count, if given
public record Cellmark(Map<String, Cell> keys, Optional<String> count) {

    /// One part: a key or count, then perhaps a value, which is quoted if it holds a comma or a quote.
    private static final Pattern PART =
            Pattern.compile("\\s*([^=,\"]+?)\\s*(?:=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\"][^,]*?|))\\s*)?(?:,|$)");

    public static Cellmark parse(String text) {
        Map<String, Cell> keys = new LinkedHashMap<>();
        Optional<String> count = Optional.empty();
        Matcher part = PART.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!part.find(at) || part.start() != at) {
                throw new BadOption(
                        "who",
                        "\"" + text.substring(at) + "\" is not key=value or the name of a count; write for example"
                                + " period=2026-03-01,returning, and quote a value with a comma: group=\"a, b\"");
            }
            if (part.group(2) != null) {
                keys.put(part.group(1), new Cell.Key(part.group(2).replaceAll("\\\\(.)", "$1")));
            } else if (part.group(3) != null) {
                keys.put(
                        part.group(1),
                        part.group(3).equals(Cell.NoKey.WORD) ? new Cell.NoKey() : new Cell.Key(part.group(3)));
            } else {
                count = Optional.of(part.group(1));
            }
            at = part.end();
        }
        return new Cellmark(keys, count);
    }

    /// Points at a count of a row, as it is written.
    ///
    /// @param byState whether rows of the answer are [#toldByState]
    public static String of(Row row, String count, boolean byState) {
        return words(identities(row)) + (byState ? ",state=" + row.state() : "") + "," + count;
    }

    /// Whether some of these rows differ by their state alone.
    public static boolean toldByState(List<Row> rows) {
        Set<Map<String, Cell>> seen = new HashSet<>();
        return rows.stream().anyMatch(row -> !seen.add(identities(row)));
    }

    /// The one row it means.
    Row row(List<Row> rows) {
        List<Row> found = rows.stream().filter(this::isMeant).toList();
        if (found.size() != 1) {
            String some = rows.isEmpty()
                    ? "the answer has no rows"
                    : found.size() > 1
                            ? "the first of them is " + identity(found.getFirst()) + ",state="
                                    + found.getFirst().state()
                            : "the first row is " + identity(rows.getFirst());
            throw new BadOption(
                    "who",
                    (found.isEmpty() ? "no row" : found.size() + " rows")
                            + (keys.isEmpty() ? ", and no key to tell them apart" : " for " + words(keys))
                            + "; name one row by its keys: " + some);
        }
        return found.getFirst();
    }

    private boolean isMeant(Row row) {
        return keys.entrySet().stream()
                .allMatch(key -> key(row.cells().getOrDefault(key.getKey(), new Cell.Missing()))
                        .filter(key.getValue()::equals)
                        .isPresent());
    }

    /// What a row is found by: rows that differ by nothing else are told apart by their state.
    private static Optional<Cell> key(Cell cell) {
        return cell instanceof Cell.Judged(State state) ? Optional.of(new Cell.Key(state.toString())) : identity(cell);
    }

    /// What the row is identified by; a number as its text.
    private static Optional<Cell> identity(Cell cell) {
        return switch (cell) {
            case Cell.Key _, Cell.NoKey _ -> Optional.of(cell);
            case Cell.Index(int number) -> Optional.of(new Cell.Key(String.valueOf(number)));
            case Cell.Count _, Cell.Proportion _, Cell.Real _, Cell.Amount _, Cell.Missing _, Cell.Judged _ ->
                Optional.empty();
        };
    }

    private static String identity(Row row) {
        return words(identities(row));
    }

    private static Map<String, Cell> identities(Row row) {
        Map<String, Cell> all = new LinkedHashMap<>();
        row.cells().forEach((name, cell) -> identity(cell).ifPresent(key -> all.put(name, key)));
        return all;
    }

    /// As it is written.
    private static String words(Map<String, Cell> keys) {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + "=" + word(key.getValue()))
                .collect(Collectors.joining(","));
    }

    private static String word(Cell key) {
        if (!(key instanceof Cell.Key(String text))) {
            return Cell.NoKey.WORD;
        }
        boolean isPlain = text.matches("[^,\"\\\\]*") && !text.equals(Cell.NoKey.WORD);
        return isPlain ? text : quoted(text);
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// The count it means in that row: the one named, else the last one.
    String countName(Row row) {
        List<String> counts = row.cells().entrySet().stream()
                .filter(cell -> cell.getValue() instanceof Cell.Count)
                .map(Map.Entry::getKey)
                .toList();
        if (count.isPresent() && counts.contains(count.get())) {
            return count.get();
        }
        boolean isOpen = count.filter(name -> row.cells().get(name) instanceof Cell.Missing)
                .isPresent();
        if (isOpen && row.state() != State.COMPLETE) {
            throw new BadOption(
                    "who",
                    "\"" + count.orElseThrow() + "\" of the row " + identity(row)
                            + " is not known yet; ask again when the"
                            + " time it counts in is over, or with a later --as-of");
        }
        if (count.isPresent() || counts.isEmpty()) {
            throw new BadOption(
                    "who",
                    "the row " + identity(row) + " has no count"
                            + count.map(name -> " \"" + name + "\"").orElse("")
                            + (counts.isEmpty() ? " yet" : "; it has " + String.join(", ", counts)));
        }
        return counts.getLast();
    }

    Cell.Count count(Row row, String name) {
        if (row.cells().get(name) instanceof Cell.Count found) {
            return found;
        }
        throw new IllegalStateException("Bug: " + name + " of " + identity(row) + " is no count");
    }
}
