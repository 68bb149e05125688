package perennial.store.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.core.segment.SavedSegments;
import perennial.core.segment.Segment;
import perennial.store.Sql;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// The segments of a workspace. Saving makes a new version, so does deleting; no version ever changes or goes.
public final class StoredSegments implements SavedSegments {
    private final Workspace workspace;

    public StoredSegments(Workspace workspace) {
        this.workspace = workspace;
    }

    /// One version.
    ///
    /// @param segment empty where the version is that it was deleted
    public record Version(String name, int number, Optional<Segment> segment, Instant created) {}

    @Override
    public Optional<Saved> find(String name) {
        return versions(name).stream()
                .reduce((older, newer) -> newer)
                .flatMap(newest -> newest.segment().map(segment -> new Saved(name, newest.number(), segment)));
    }

    @Override
    public List<String> names() {
        return newest().stream().map(Version::name).toList();
    }

    /// The newest version of each segment that is not deleted, by name.
    public List<Version> newest() {
        return read("newest", "").stream()
                .filter(version -> version.segment().isPresent())
                .toList();
    }

    /// All versions under a name, the oldest first.
    public List<Version> versions(String name) {
        return read("versions", name);
    }

    private List<Version> read(String file, String name) {
        try (var connection = workspace.connection();
                var statement = connection.prepareStatement(Sql.text("segment/" + file))) {
            if (!name.isEmpty()) {
                statement.setString(1, name);
            }
            List<Version> versions = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.add(new Version(
                            rows.getString(1),
                            rows.getInt(2),
                            SegmentDocument.kept(rows.getString(3)),
                            Instant.ofEpochMilli(rows.getLong(4))));
                }
            }
            return versions;
        } catch (SQLException e) {
            throw StoreFailure.of("reading the saved segments", e);
        }
    }

    /// Saves a segment as the next version under a name; the number of the version. What is saved already is not saved
    /// again.
    public int save(String name, Segment segment) {
        Optional<Saved> found = find(name);
        return found.isPresent() && found.get().segment().equals(segment)
                ? found.get().version()
                : write(name, SegmentDocument.write(Optional.of(segment)));
    }

    /// Deletes a segment by a version that says so; its number.
    public int delete(String name) {
        return write(name, SegmentDocument.write(Optional.empty()));
    }

    private int write(String name, String document) {
        try (var connection = workspace.connection();
                var statement = connection.prepareStatement(Sql.text("segment/save"))) {
            statement.setString(1, name);
            statement.setString(2, document);
            statement.setLong(3, workspace.clock().millis());
            statement.setString(4, name);
            statement.execute();
            return versions(name).getLast().number();
        } catch (SQLException e) {
            throw StoreFailure.of("saving segment \"" + name + "\"", e);
        }
    }
}
