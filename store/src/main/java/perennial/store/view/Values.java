package perennial.store.view;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import perennial.store.Workspace;

/// What the events of a workspace say under each property, by arrival; good until rows are taken from the log.
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

    ValuesByArrival of(String name) {
        return byName.computeIfAbsent(name, missing -> new ValuesByArrival(workspace, files, missing));
    }

    /// Tells that the log goes as far as a seq, and that nothing will be stored before it.
    void reach(long seq) {
        last.accumulateAndGet(seq, Math::max);
    }

    /// How far the log is known to go.
    long last() {
        return last.get();
    }
}
