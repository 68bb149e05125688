package perennial.core.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.channel.Channels;
import perennial.core.history.Column;
import perennial.core.history.Shard;
import perennial.core.selection.Condition;

/// Tells the channel of an event. For one thread.
///
/// To the rules, two values of a property on which all their tests agree are of one kind, and there are few
/// kinds however many addresses visitors come from. So the rules are tried once for each combination of
/// kinds, and found again by walking a tree with one branch for each kind of the first property, of the
/// second …
final class ChannelReader {
    private final Channels channels;
    private final Map<String, Column> columns;
    private final List<Kinds> kinds = new ArrayList<>();
    private final List<int[]> tree = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    /// The kinds of the values of one property.
    private static final class Kinds {
        private final Column column;
        private final List<Condition.Test> tests;
        private final Map<List<Boolean>, Integer> numbers = new HashMap<>();
        private final int[] byCode; // 0 where it is not known yet

        Kinds(Column column, List<Condition.Test> tests) {
            this.column = column;
            this.tests = tests;
            byCode = new int[column.size()];
        }

        /// The kind of the event's value, from 1.
        int at(long position) {
            int code = column.code(position);
            if (byCode[code] == 0) {
                List<Boolean> passed = code == Column.ABSENT
                        ? List.of()
                        : tests.stream()
                                .map(test -> test.accepts(
                                        Channels.small(column.dictionary().get(code))))
                                .toList();
                byCode[code] = numbers.computeIfAbsent(passed, any -> numbers.size() + 1);
            }
            return byCode[code];
        }
    }

    ChannelReader(Channels channels, Shard shard) {
        this.channels = channels;
        Map<String, List<Condition.Test>> tests = new LinkedHashMap<>();
        channels.rules().stream()
                .flatMap(rule -> rule.condition().tests())
                .forEach(test -> tests.computeIfAbsent(test.name(), name -> new ArrayList<>())
                        .add(test));
        columns = shard.properties(tests.keySet());
        tests.forEach((name, some) ->
                Optional.ofNullable(columns.get(name)).ifPresent(column -> kinds.add(new Kinds(column, some))));
        tree.add(new int[0]);
    }

    /// The channel of the event at a position.
    String of(long at) {
        int node = 0;
        for (int i = 0; i < kinds.size(); i++) {
            int kind = kinds.get(i).at(at);
            int[] branches = tree.get(node);
            node = kind < branches.length && branches[kind] != 0 ? branches[kind] : grow(node, kind);
        }
        while (found.size() <= node) {
            found.add("");
        }
        if (found.get(node).isEmpty()) {
            found.set(node, channels.of(name -> value(name, at)));
        }
        return found.get(node);
    }

    private int grow(int node, int kind) {
        int[] branches = tree.get(node);
        if (kind >= branches.length) {
            branches = Arrays.copyOf(branches, kind + 1);
            tree.set(node, branches);
        }
        branches[kind] = tree.size();
        tree.add(new int[0]);
        return branches[kind];
    }

    private Optional<String> value(String name, long at) {
        return Optional.ofNullable(columns.get(name))
                .filter(column -> column.code(at) != Column.ABSENT)
                .map(column -> column.dictionary().get(column.code(at)));
    }
}
