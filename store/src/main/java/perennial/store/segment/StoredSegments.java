package perennial.store.segment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import perennial.core.segment.SavedSegments;
import perennial.core.segment.Segment;
import perennial.store.Definitions;
import perennial.store.Workspace;

/// The segments of a workspace. Saving makes a new version, so does deleting; no version ever changes or goes.
public final class StoredSegments implements SavedSegments {
    private static final String KIND = "segment";

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
        return newest().stream()
                .filter(version -> version.name().equals(name))
                .findFirst()
                .flatMap(version -> version.segment().map(segment -> new Saved(name, version.number(), segment)));
    }

    @Override
    public List<String> names() {
        return newest().stream().map(Version::name).toList();
    }

    /// The newest version of each segment that is not deleted, by name.
    public List<Version> newest() {
        var newest = new TreeMap<String, Version>();
        all().forEach(version -> newest.put(version.name(), version));
        return newest.values().stream()
                .filter(version -> version.segment().isPresent())
                .toList();
    }

    /// All versions under a name, the oldest first.
    public List<Version> versions(String name) {
        return all().stream().filter(version -> version.name().equals(name)).toList();
    }

    /// How many versions there are of all, deleted ones too: another number whenever a name may mean something else.
    public long saved() {
        return workspace.read("counting the saved segments", connection -> new Definitions(connection, KIND).count());
    }

    private List<Version> all() {
        return workspace.read(
                "reading the saved segments",
                connection -> new Definitions(connection, KIND)
                        .versions().stream()
                                .map(version -> new Version(
                                        version.name(),
                                        version.number(),
                                        version.document().map(SegmentDocument::read),
                                        version.created()))
                                .toList());
    }

    /// Saves a segment as the next version under a name; the number of the version. What is saved already is not saved
    /// again.
    public int save(String name, Segment segment) {
        Optional<Saved> found = find(name);
        return found.isPresent() && found.get().segment().equals(segment)
                ? found.get().version()
                : workspace.change(
                        "saving segment \"" + name + "\"",
                        connection -> new Definitions(connection, KIND)
                                .save(
                                        name,
                                        SegmentDocument.json(segment),
                                        workspace.clock().millis()));
    }

    /// Deletes a segment by a version that says so; its number.
    public int delete(String name) {
        return workspace.change(
                "deleting segment \"" + name + "\"",
                connection -> new Definitions(connection, KIND)
                        .remove(name, workspace.clock().millis()));
    }
}
