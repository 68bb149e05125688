package perennial.store.view;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import perennial.store.Workspace;

/// What the events of a workspace say under each property, by arrival; good until rows are taken from the log.
///
/// Properties that are wanted together are read together: to look into the text of an event costs more than to find
/// one more name in it.
final class Values {
    private final Workspace workspace;
    private final ColumnFiles files;
    private final Map<String, ValuesByArrival> byName = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /// @param files where those of full stretches of the log are kept
    Values(Workspace workspace, ColumnFiles files) {
        this.workspace = workspace;
        this.files = files;
    }

    /// Tells that the log goes as far as a seq, and that nothing will be stored before it.
    void reach(long seq) {
        last.accumulateAndGet(seq, Math::max);
    }

    /// Takes a column once its values have been read.
    interface Taker {
        void take(String name, ValuesByArrival.Gathering column) throws SQLException, IOException;
    }

    /// Reads some properties as far as they are not read yet, and hands on the column of each for the events of a
    /// layer.
    ///
    /// @param rows the seq of each event, unsigned
    void gather(List<String> names, MemorySegment rows, Taker taker) throws SQLException, IOException {
        long last = this.last.get(); // as far as the events or further
        BitSet stretches = ValuesByArrival.stretches(rows);
        List<ValuesByArrival> all = names.stream().sorted().map(this::of).toList();
        all.forEach(ValuesByArrival::lock); // in order of their names, so that nobody waits for one another
        try {
            for (int stretch : stretches.stream().toArray()) {
                read(all, stretch, last);
            }
            for (ValuesByArrival each : all) {
                taker.take(each.name(), space -> each.gather(rows, stretches, space));
            }
        } finally {
            all.forEach(ValuesByArrival::unlock);
        }
    }

    private ValuesByArrival of(String name) {
        return byName.computeIfAbsent(name, missing -> new ValuesByArrival(files, missing));
    }

    /// Reads a stretch of the log in one pass for all that are behind from the same event on.
    private void read(List<ValuesByArrival> all, int stretch, long last) throws SQLException, IOException {
        SortedMap<Long, List<ValuesByArrival>> behind = new TreeMap<>();
        for (ValuesByArrival each : all) {
            long next = each.next(stretch, last);
            if (next <= ValuesByArrival.end(stretch, last)) {
                behind.computeIfAbsent(next, missing -> new ArrayList<>()).add(each);
            }
        }
        for (var group : behind.entrySet()) {
            SequencedMap<String, PropertyReading.Taker> wanted = new LinkedHashMap<>();
            for (ValuesByArrival each : group.getValue()) {
                wanted.put(each.name(), each.growing(stretch, last));
            }
            try (var session = new Session(workspace.connection())) {
                new PropertyReading(session, wanted).read(group.getKey(), ValuesByArrival.end(stretch, last));
            }
            for (ValuesByArrival each : group.getValue()) {
                each.reached(stretch, last);
            }
        }
    }
}
