package perennial.store.opinion;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is read from rows of texts.
final class Rows {
    /// Questions whose groups part sessions, not people: who has some of each is in several.
    private static final Set<String> OF_SESSIONS = Set.of("sessions", "traffic", "paths");

    private Rows() {}

    /// By row, the group aside, and count: the sum. Zeros are left out, as groups without anybody are.
    static Map<String, Long> sums(String question, List<SequencedMap<String, String>> rows) {
        Map<String, Long> sums = new TreeMap<>();
        for (var row : rows) {
            for (var cell : row.entrySet()) {
                boolean addsUp =
                        !(OF_SESSIONS.contains(question) && cell.getKey().equals("customers"));
                if (addsUp && Comparison.isCount(cell) && cell.getValue().matches("[1-9][0-9]*")) {
                    sums.merge(key(row) + " " + cell.getKey(), Long.valueOf(cell.getValue()), Long::sum);
                }
            }
        }
        return sums;
    }

    static long count(Map<String, String> row, String column) {
        return Long.parseLong(row.getOrDefault(column, ""));
    }

    static double real(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    static Map<String, Long> byKey(List<SequencedMap<String, String>> rows, String count) {
        Map<String, Long> counts = new TreeMap<>();
        for (var row : rows) {
            if (!"-".equals(row.get(count)) && !"0".equals(row.get(count)) && !"all".equals(row.get("cohort"))) {
                counts.put(key(row), count(row, count));
            }
        }
        return counts;
    }

    static String key(Map<String, String> row) {
        return Comparison.KEYS.stream()
                .filter(key -> !key.equals("group"))
                .sorted()
                .map(key -> row.getOrDefault(key, ""))
                .collect(Collectors.joining(" "));
    }
}
