package perennial.store.view;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;
import perennial.core.history.Column;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// The property columns of a layer: made when first asked for, kept beside the view if it has files.
final class Properties {
    /// So many are read in one pass, so that their values do not fill the memory.
    private static final int TOGETHER = 8;

    private final Workspace workspace;
    private final Values values;
    private final Optional<ColumnFiles> files;
    private final Map<String, Optional<Column>> columns = new ConcurrentHashMap<>();

    /// Held while the names are read, so that who asks for them does not wait for a column that is made.
    private final Object naming = new Object();

    private Optional<List<String>> names = Optional.empty();

    /// @param files where those of a base are kept
    Properties(Workspace workspace, Values values, Optional<ColumnFiles> files) {
        this.workspace = workspace;
        this.values = values;
        this.files = files;
    }

    /// Those of a layer beside, in memory.
    ///
    /// @param lastSeq how far its events go
    Properties beside(long lastSeq) {
        values.reach(lastSeq);
        return new Properties(workspace, values, Optional.empty());
    }

    /// Read once: what arrives later stands in a layer of its own, which is asked too.
    List<String> names() {
        synchronized (naming) {
            if (names.isEmpty()) {
                names = Optional.of(readNames());
            }
            return names.get();
        }
    }

    private List<String> readNames() {
        try (var session = new Session(workspace.connection())) {
            return session.texts("property-names").stream().map(row -> row[0]).toList();
        } catch (SQLException e) {
            throw StoreFailure.of("reading the names of properties", e);
        }
    }

    /// The columns of properties, without those that none of the events has. What is not there yet is read in one pass;
    /// who asks for what is there does not wait for that.
    Map<String, Column> columns(Collection<String> names, StoredPart.Body body) {
        if (!columns.keySet().containsAll(names)) {
            make(new LinkedHashSet<>(names), body);
        }
        Map<String, Column> found = new HashMap<>();
        names.forEach(name -> columns.get(name).ifPresent(column -> found.put(name, column)));
        return found;
    }

    private synchronized void make(SequencedSet<String> names, StoredPart.Body body) {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (!columns.containsKey(name)) {
                kept(name).ifPresentOrElse(column -> put(name, column), () -> missing.add(name));
            }
        }
        for (int from = 0; from < missing.size(); from += TOGETHER) {
            read(missing.subList(from, Math.min(missing.size(), from + TOGETHER)), body);
        }
    }

    private Optional<Column> kept(String name) {
        return files.flatMap(some -> some.read(ColumnFiles.stem(name), name));
    }

    private void put(String name, Column column) {
        columns.put(name, Optional.of(column).filter(some -> some.size() > 1));
    }

    private void read(List<String> names, StoredPart.Body body) {
        try {
            values.gather(
                    names,
                    body.rows(),
                    (name, column) -> put(
                            name,
                            files.isEmpty()
                                    ? column.in(Space.memory())
                                    : files.get().keep(ColumnFiles.stem(name), name, column::in)));
        } catch (SQLException e) {
            throw StoreFailure.of("reading the properties " + names, e);
        } catch (IOException e) {
            throw StoreFailure.of("keeping the properties " + names, e);
        }
    }
}
