package perennial.store.view;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.history.Column;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// The property columns of a layer: made when first asked for, kept beside the view if it has files.
final class Properties {
    private final Workspace workspace;
    private final Values values;
    private final Optional<ColumnFiles> files;
    private final Map<String, Optional<Column>> columns = new HashMap<>();

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

    List<String> names() {
        try (var session = new Session(workspace.connection())) {
            return session.texts("property-names").stream().map(row -> row[0]).toList();
        } catch (SQLException e) {
            throw StoreFailure.of("reading the names of properties", e);
        }
    }

    /// The column of a property; empty if none of the events has it.
    synchronized Optional<Column> column(String name, StoredPart.Body body) {
        return columns.computeIfAbsent(
                name, missing -> Optional.of(keptOrMade(missing, body)).filter(found -> found.size() > 1));
    }

    private Column keptOrMade(String name, StoredPart.Body body) {
        try {
            if (files.isEmpty()) {
                return make(name, body, Space.memory());
            }
            String stem = ColumnFiles.stem(name);
            Optional<Column> kept = files.get().read(stem, name);
            return kept.isPresent() ? kept.get() : files.get().keep(stem, name, space -> make(name, body, space));
        } catch (SQLException e) {
            throw StoreFailure.of("reading property \"" + name + "\"", e);
        } catch (IOException e) {
            throw StoreFailure.of("keeping property \"" + name + "\"", e);
        }
    }

    private Column make(String name, StoredPart.Body body, Space space) throws SQLException, IOException {
        return values.of(name).gather(body.rows(), values.last(), space);
    }
}
