package perennial.store.opinion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// Holds two sets of rows against each other, cell by cell.
///
/// A row that is there on one side only is forgiven if nobody is counted in it or nothing can be known yet: whether an
/// empty group, cohort or column is shown is no matter of numbers. So is the state of a retention cell without members,
/// and what is counted where both sides say that nothing can be known yet.
final class Comparison {
    /// What identifies a row.
    static final Set<String> KEYS = Set.of(
            "group",
            "period",
            "cohort",
            "day",
            "n",
            "periods",
            "quantile",
            "reason",
            "step",
            "event",
            "next",
            "channel");

    private static final Set<String> VALUES = Set.of("value", "low", "high", "state");

    private Comparison() {}

    /// Whether a cell is a number of people or lives: no key, no days, and without a fraction.
    static boolean isCount(Map.Entry<String, String> cell) {
        return !KEYS.contains(cell.getKey())
                && !VALUES.contains(cell.getKey())
                && !cell.getKey().equals("days")
                && !cell.getValue().contains(".");
    }

    /// The differences, one a line; empty if there is none.
    static List<String> differences(
            List<SequencedMap<String, String>> engine, List<SequencedMap<String, String>> opinion) {
        List<String> all = new ArrayList<>();
        Map<String, SequencedMap<String, String>> ours = byKey(engine, all, "engine");
        Map<String, SequencedMap<String, String>> theirs = byKey(opinion, all, "SQL");
        var keys = new TreeSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        for (String key : keys) {
            if (ours.containsKey(key) && theirs.containsKey(key)) {
                if (!areBoth("size", "0", ours.get(key), theirs.get(key))
                        && !areBoth("state", "not_yet", ours.get(key), theirs.get(key))
                        && !isSame(ours.get(key), theirs.get(key))) {
                    all.add(key + ": engine " + ours.get(key) + ", SQL " + theirs.get(key));
                }
            } else if (!isEmpty(ours.getOrDefault(key, new LinkedHashMap<>()))
                    || !isEmpty(theirs.getOrDefault(key, new LinkedHashMap<>()))) {
                all.add(key + ": engine " + ours.get(key) + ", SQL " + theirs.get(key));
            }
        }
        return all;
    }

    private static Map<String, SequencedMap<String, String>> byKey(
            List<SequencedMap<String, String>> rows, List<String> faults, String side) {
        Map<String, SequencedMap<String, String>> byKey = new LinkedHashMap<>();
        for (SequencedMap<String, String> row : rows) {
            var key = new LinkedHashMap<>(row);
            key.keySet().retainAll(KEYS);
            if (row.containsKey("customer")) {
                key.put("row", String.valueOf(byKey.size() + 1)); // customers stand in the order that matters
            }
            if (row.containsKey("step")) {
                key.put("state", row.getOrDefault("state", "")); // customers with young attempts only stand apart
            }
            if (byKey.put(key.toString(), row) != null) {
                faults.add(key + ": twice in the rows of the " + side);
            }
        }
        return byKey;
    }

    private static boolean isSame(SequencedMap<String, String> one, SequencedMap<String, String> other) {
        return List.copyOf(one.keySet()).equals(List.copyOf(other.keySet()))
                && one.keySet().stream().allMatch(column -> Figures.isSame(one.get(column), other.get(column)));
    }

    private static boolean areBoth(
            String column, String cell, SequencedMap<String, String> one, SequencedMap<String, String> other) {
        return cell.equals(one.get(column)) && cell.equals(other.get(column));
    }

    private static boolean isEmpty(SequencedMap<String, String> row) {
        return "not_yet".equals(row.get("state"))
                || row.entrySet().stream()
                        .filter(cell -> !KEYS.contains(cell.getKey()) && !VALUES.contains(cell.getKey()))
                        .allMatch(cell -> Set.of("0", "0.0", "-").contains(cell.getValue()));
    }
}
