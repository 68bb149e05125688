package perennial.store.view;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBDataChunkReader;
import perennial.core.customer.Owner;
import perennial.core.history.Column;
import perennial.core.history.Traits;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// Reads traits from the tables, one name at a time when it is first asked for, and deals them out to the owners of a
/// part. As fresh as the tables.
final class TraitTable {
    /// One value of somebody's trait; none where it was set to none.
    private record Entry(Owner owner, Optional<String> value, long time) {}

    private final Workspace workspace;
    private final Map<String, List<Entry>> read = new ConcurrentHashMap<>();

    TraitTable(Workspace workspace) {
        this.workspace = workspace;
    }

    List<String> names() {
        try (var session = new Session(workspace.connection())) {
            return session.texts("trait-names").stream().map(row -> row[0]).toList();
        } catch (SQLException e) {
            throw StoreFailure.of("reading the names of traits", e);
        }
    }

    /// The trait for the owners of a part; empty if nobody in the workspace has it.
    Optional<Traits> of(String name, StoredPart.Body body) {
        List<Entry> entries = read.computeIfAbsent(name, this::entries);
        return entries.isEmpty() ? Optional.empty() : Optional.of(dealOut(entries, body));
    }

    private List<Entry> entries(String name) {
        try (var session = new Session(workspace.connection())) {
            session.set("trait", name);
            session.run("trait-bearers");
            session.resolvePeople();
            List<Entry> entries = new ArrayList<>();
            session.stream("trait", chunk -> add(chunk, entries));
            return entries;
        } catch (SQLException e) {
            throw StoreFailure.of("reading trait \"" + name + "\"", e);
        }
    }

    private static void add(DuckDBDataChunkReader chunk, List<Entry> entries) {
        for (long row = 0; row < chunk.rowCount(); row++) {
            var owner = new Owner(
                    Owner.Kind.of(chunk.vector(0).getString(row)),
                    chunk.vector(1).getString(row));
            Optional<String> value = chunk.vector(2).isNull(row)
                    ? Optional.empty()
                    : Optional.of(chunk.vector(2).getString(row));
            entries.add(new Entry(owner, value, chunk.vector(3).getLong(row)));
        }
    }

    /// The entries come by kind, id and time, the ids of a kind in the order of the owners' numbers.
    private static Traits dealOut(List<Entry> entries, StoredPart.Body body) {
        int[] offsets = new int[body.ids().size() + 1];
        long[] times = new long[entries.size()];
        int[] codes = new int[entries.size()];
        Map<String, Integer> dictionary = new HashMap<>();
        List<String> values = new ArrayList<>(List.of(""));
        int[] owners = new int[entries.size()];
        Arrays.fill(owners, -1);
        for (int i = 0; i < owners.length; i++) {
            Entry entry = entries.get(i);
            boolean isSame = i > 0 && entries.get(i - 1).owner().equals(entry.owner());
            OptionalInt owner = isSame
                    ? (owners[i - 1] < 0 ? OptionalInt.empty() : OptionalInt.of(owners[i - 1]))
                    : body.number(entry.owner());
            if (owner.isPresent()) {
                owners[i] = owner.getAsInt();
                offsets[owners[i] + 1]++;
            }
        }
        for (int owner = 0; owner + 1 < offsets.length; owner++) {
            offsets[owner + 1] += offsets[owner];
        }
        int[] next = offsets.clone();
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] >= 0) {
                Entry entry = entries.get(i);
                int place = next[owners[i]]++;
                times[place] = entry.time();
                codes[place] = entry.value()
                        .map(value -> dictionary.computeIfAbsent(value, missing -> {
                            values.add(missing);
                            return values.size() - 1;
                        }))
                        .orElse(Column.ABSENT);
            }
        }
        return new Traits(offsets, times, codes, List.copyOf(values));
    }
}
