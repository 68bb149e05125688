package perennial.store.view;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.core.event.Role;
import perennial.core.history.Kept;
import perennial.core.history.Timelines;
import perennial.store.Workspace;

/// The bases on disk, `views/<family>/<number>`: built into a directory that counts once its manifest is there. The
/// newest that is sound is opened; the others were cut off, or superseded.
final class Bases {
    private final Workspace workspace;
    private final Path directory;
    private Optional<Values> values = Optional.empty();
    private long valuesOf;

    Bases(Workspace workspace, Path directory) {
        this.workspace = workspace;
        this.directory = directory;
    }

    /// The newest base that is as it was written and was built by what holds now.
    Optional<Base> open(Family family, long generation) throws IOException {
        List<Path> places = places(family);
        Optional<Base> newest = Optional.empty();
        for (Path place : places) {
            Optional<Manifest> found = ViewFiles.open(place).filter(manifest -> fits(manifest, generation));
            if (found.isPresent()
                    && (newest.isEmpty()
                            || newest.get().manifest().lastSeq() < found.get().lastSeq())) {
                newest = Optional.of(read(family, place, found.get()));
            }
        }
        return newest;
    }

    /// Whether the log was only added to since, and its rows are still read alike.
    boolean fits(Manifest manifest, long generation) {
        return manifest.generation() == generation
                && manifest.zone().equals(workspace.settings().zone().getId())
                && manifest.passive().equals(workspace.settings().names(Role.PASSIVE));
    }

    /// Builds a base of all that has arrived.
    Base build(Family family, Session session, long generation, Layers.Arrived arrived)
            throws SQLException, IOException {
        Path place = newPlace(family);
        Manifest manifest;
        try (Arena building = Arena.ofShared()) {
            session.set("last_seq", arrived.seq());
            session.run("everything");
            session.resolveOwners(family);
            BodyBuilder.Built built = new BodyBuilder(
                            workspace, session, family, "every-event", Space.files(place, building))
                    .build(List.of(), new Carried(family), properties(place, generation, arrived.seq()));
            session.set("meetings", place.resolve(ViewFiles.MEETINGS).toString());
            session.run("keep-meetings");
            manifest = new Manifest(
                    Manifest.FORMAT,
                    arrived.seq(),
                    generation,
                    arrived.newest(),
                    workspace.settings().zone().getId(),
                    workspace.settings().names(Role.PASSIVE),
                    built.names(),
                    built.body().known(),
                    built.body().ids().size(),
                    built.body().spans(),
                    built.days(),
                    Map.of());
        }
        ViewFiles.seal(place, manifest);
        return read(family, place, manifest);
    }

    /// Takes all other bases of the family away. What is mapped of them stays readable.
    void keepOnly(Base base) throws IOException {
        for (Path place : places(base.body().family())) {
            if (!place.equals(base.place())) {
                ViewFiles.delete(place);
            }
        }
    }

    private Base read(Family family, Path place, Manifest manifest) throws IOException {
        Arena arena = Arena.ofAuto(); // a base is given back when nobody asks it any more, which may be after a new one
        return new Base(
                place,
                manifest,
                new StoredPart.Body(
                        family,
                        new Timelines(
                                ViewFiles.map(place.resolve("offsets"), arena),
                                ViewFiles.map(place.resolve("seconds"), arena),
                                ViewFiles.map(place.resolve("millis"), arena),
                                ViewFiles.map(place.resolve("names"), arena)),
                        manifest.known(),
                        new Texts(ViewFiles.map(place.resolve("ids"), arena)),
                        ViewFiles.map(place.resolve("rows"), arena),
                        BodyBuilder.blocks(ViewFiles.map(place.resolve("days"), arena), manifest.days()),
                        manifest.spans(),
                        properties(place, manifest.generation(), manifest.lastSeq()),
                        new Kept(BodyBuilder.KEPT_BYTES)));
    }

    private Properties properties(Path place, long generation, long lastSeq) throws IOException {
        Values all = values(generation);
        all.reach(lastSeq);
        return new Properties(workspace, all, Optional.of(new ColumnFiles(place.resolve("columns"), Arena.ofAuto())));
    }

    /// The values by arrival, which all bases of a generation share.
    private synchronized Values values(long generation) throws IOException {
        if (values.isEmpty() || valuesOf != generation) {
            Path place = directory.resolve("values-" + generation);
            for (Path old : children(directory)) {
                if (old.getFileName().toString().startsWith("values-") && !old.equals(place)) {
                    ViewFiles.delete(old);
                }
            }
            values = Optional.of(new Values(workspace, new ColumnFiles(place, Arena.ofAuto())));
            valuesOf = generation;
        }
        return values.get();
    }

    private synchronized Path newPlace(Family family) throws IOException {
        long highest = 0;
        for (Path place : places(family)) {
            String name = place.getFileName().toString();
            highest = name.matches("\\d{1,18}") ? Math.max(highest, Long.parseLong(name)) : highest;
        }
        Path place = directory.resolve(family.directory()).resolve(String.valueOf(highest + 1));
        return Files.createDirectories(place);
    }

    private List<Path> places(Family family) throws IOException {
        return children(directory.resolve(family.directory()));
    }

    private static List<Path> children(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return new ArrayList<>();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
