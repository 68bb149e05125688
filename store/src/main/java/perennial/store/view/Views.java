package perennial.store.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.calendar.Calendar;
import perennial.core.event.Role;
import perennial.core.history.History;
import perennial.core.history.Part;
import perennial.core.history.Segments;
import perennial.core.history.SelectedDays;
import perennial.core.history.Timelines;
import perennial.core.question.Unit;
import perennial.core.reconcile.SetAside;
import perennial.core.segment.SegmentLibrary;
import perennial.store.StoreFailure;
import perennial.store.Workspace;
import perennial.store.segment.StoredSegments;

/// The histories of a workspace, fresh as of each call.
///
/// The base of a family of units lies in `views/` and never changes. Owners touched since it was built are kept whole
/// in
/// memory beside it, and a history is the base less the touched plus the touched. When the log has grown by a tenth, or
/// rows were taken from it, or the zone or the passive names changed, or a file is not as it was written, a new base is
/// built aside and renamed into place.
public final class Views implements AutoCloseable {
    /// New rows up to this many are never worth a new base.
    private static final long FEW = 10_000;

    private final Workspace workspace;
    private final Path directory;
    private final Segments segments;
    private volatile boolean isLive;
    private final Map<Family, Open> open = new EnumMap<>(Family.class);
    private final Map<Otherwise, BodyBuilder.Built> otherwise = new HashMap<>();

    /// Which histories without one of our rules are there already.
    private record Otherwise(Family family, SetAside aside) {}

    /// How far the log goes, and the time of its newest event in milliseconds (-1 without any).
    private record Arrived(long seq, long newest) {
        static final Arrived NOTHING = new Arrived(0, -1);
    }

    /// A family that is open: its base and the owners touched by what has arrived since.
    private record Open(Base base, Arrived arrived, Optional<Touched.Owners> touched) {}

    public Views(Workspace workspace) {
        this.workspace = workspace;
        directory = workspace.directory().resolve("views");
        segments = new SegmentLibrary(new StoredSegments(workspace));
    }

    /// The history of a unit with everything stored by now.
    ///
    /// @throws StoreFailure if the views can be neither read nor built
    public synchronized History history(Unit unit) {
        try {
            LeftOut.bringUpToDate(workspace);
            return current(unit);
        } catch (SQLException e) {
            throw StoreFailure.of("reading the events for the derived views", e);
        } catch (IOException e) {
            throw StoreFailure.of("keeping the derived views in " + directory, e);
        } catch (UncheckedIOException e) {
            throw StoreFailure.of("keeping the derived views in " + directory, e.getCause());
        }
    }

    /// The history of a unit without one of our rules, kept until the log changes: to make it takes as long as a new
    /// base.
    ///
    /// @throws StoreFailure if the views can be neither read nor built
    public synchronized History history(Unit unit, SetAside aside) {
        History ours = history(unit);
        if (aside == SetAside.NOTHING) {
            return ours;
        }
        try (var session = new Session(workspace.connection())) {
            Family family = Family.of(unit, session.isTrue("has-accounts"));
            var read = new Otherwise(family, aside);
            BodyBuilder.Built built = otherwise.get(read);
            if (built == null) {
                built = built(read, session);
                otherwise.put(read, built);
            }
            boolean isKnownOnly = family == Family.PERSON && unit != Unit.VISITOR;
            var part = new StoredPart(built.body(), isKnownOnly, new BitSet(), new TraitTable(workspace));
            return new History(workspace.settings(), built.names(), List.of(part), segments).asOf(ours.asOf());
        } catch (SQLException e) {
            throw StoreFailure.of("reading the events without one of the rules", e);
        } catch (IOException e) {
            throw StoreFailure.of("keeping the derived views in " + directory, e);
        }
    }

    /// Its files are taken away at once; what is mapped of them stays readable.
    private BodyBuilder.Built built(Otherwise read, Session session) throws SQLException, IOException {
        Path aside = directory.resolve(read.family().directory() + ".aside");
        ViewFiles.delete(aside);
        Files.createDirectories(aside);
        session.set("last_seq", Long.MAX_VALUE);
        session.run(
                switch (read.aside()) {
                    case NOTHING -> "everything";
                    case FILTERS -> "everything-filtered-out-too";
                    case LINKS -> "everything-unlinked";
                    case FIRST_USER -> "everything-joined";
                });
        session.resolveOwners(read.family());
        try {
            return new BodyBuilder(workspace, session, read.family(), "every-event", Space.files(aside, Arena.ofAuto()))
                    .build(List.of(), Optional.empty());
        } finally {
            ViewFiles.delete(aside);
        }
    }

    private History current(Unit unit) throws SQLException, IOException {
        try (var session = new Session(workspace.connection())) {
            Family family = Family.of(unit, session.isTrue("has-accounts"));
            Open current = refreshed(family, session);
            if (open.put(family, current) != current) {
                otherwise.keySet().removeIf(each -> each.family() == family);
            }
            boolean isKnownOnly = family == Family.PERSON && unit != Unit.VISITOR;
            var traits = new TraitTable(workspace);
            List<Part> parts = new ArrayList<>();
            parts.add(new StoredPart(
                    current.base().body(),
                    isKnownOnly,
                    current.touched().map(Touched.Owners::dead).orElse(new BitSet()),
                    traits));
            current.touched()
                    .ifPresent(touched -> parts.add(new StoredPart(touched.body(), isKnownOnly, new BitSet(), traits)));
            List<String> names = current.touched()
                    .map(Touched.Owners::names)
                    .orElse(current.base().manifest().names());
            var history = new History(workspace.settings(), names, parts, segments);
            long newest = current.arrived().newest();
            return isLive(session)
                    ? history.asOf(workspace.clock().millis())
                    : newest < 0 ? history : history.asOf(endOfDay(newest));
        }
    }

    /// Whether events were ever received live: then "now" is the clock's, not the end of what was imported.
    public boolean isLive() {
        if (!isLive) {
            try (var session = new Session(workspace.connection())) {
                isLive = isLive(session);
            } catch (SQLException e) {
                throw StoreFailure.of("looking for live events", e);
            }
        }
        return isLive;
    }

    private static boolean isLive(Session session) throws SQLException {
        return session.isTrue("is-live");
    }

    /// Builds what the next questions would have to build first.
    ///
    /// @throws StoreFailure if the views can be neither read nor built
    public void prepare() {
        history(Unit.USER);
        history(Unit.CUSTOMER);
    }

    /// States are judged at the end of the newest day of the workspace, whoever is asked: all units alike.
    private long endOfDay(long millis) {
        Calendar calendar = workspace.settings().calendar();
        return calendar.startOf(calendar.dayOf(millis) + 1);
    }

    private Open refreshed(Family family, Session session) throws SQLException, IOException {
        long generation = session.numbers("generation")[0];
        Optional<Open> opened = opened(family, generation);
        if (opened.isEmpty()) {
            return rebuilt(family, session, generation, arrived(session, Arrived.NOTHING));
        }
        Open current = opened.get();
        Arrived arrived = arrived(session, current.arrived());
        if (arrived.equals(current.arrived())) {
            return current;
        }
        long baseSeq = current.base().manifest().lastSeq();
        boolean isSmall = arrived.seq() - baseSeq <= Math.max(FEW, baseSeq / 10);
        Optional<Touched.Owners> touched =
                isSmall ? Touched.read(workspace, session, current.base()) : Optional.empty();
        return touched.isPresent()
                ? new Open(current.base(), arrived, touched)
                : rebuilt(family, session, generation, arrived);
    }

    /// What is open, else what lies in the files; empty if a new base is due.
    private Optional<Open> opened(Family family, long generation) throws IOException {
        Open current = open.get(family);
        if (current != null && fits(current.base().manifest(), generation)) {
            return Optional.of(current);
        }
        Optional<Manifest> kept = ViewFiles.open(place(family)).filter(found -> fits(found, generation));
        return kept.isPresent() ? Optional.of(untouched(family, kept.get())) : Optional.empty();
    }

    private boolean fits(Manifest manifest, long generation) {
        return manifest.generation() == generation
                && manifest.zone().equals(workspace.settings().zone().getId())
                && manifest.passive().equals(workspace.settings().names(Role.PASSIVE));
    }

    private static Arrived arrived(Session session, Arrived seen) throws SQLException {
        session.set("seen_seq", seen.seq());
        session.set("seen_newest", seen.newest());
        long[] found = session.numbers("arrived");
        return new Arrived(found[0], found[1]);
    }

    private Open rebuilt(Family family, Session session, long generation, Arrived arrived)
            throws SQLException, IOException {
        Path aside = directory.resolve(family.directory() + ".new");
        ViewFiles.delete(aside);
        Files.createDirectories(aside);
        Manifest manifest;
        try (Arena building = Arena.ofShared()) {
            session.set("last_seq", arrived.seq());
            session.run("everything");
            session.resolveOwners(family);
            Space space = Space.files(aside, building);
            BodyBuilder.Built built = new BodyBuilder(workspace, session, family, "every-event", space)
                    .build(List.of(), Optional.empty());
            session.set("meetings", aside.resolve(ViewFiles.MEETINGS).toString());
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
        ViewFiles.seal(aside, place(family), manifest);
        return untouched(family, manifest);
    }

    private Open untouched(Family family, Manifest manifest) throws IOException {
        return new Open(
                new Base(place(family), manifest, read(family, manifest)),
                new Arrived(manifest.lastSeq(), manifest.newest()),
                Optional.empty());
    }

    private StoredPart.Body read(Family family, Manifest manifest) throws IOException {
        Path place = place(family);
        Arena arena = Arena.ofAuto(); // a base is given back when nobody asks it any more, which may be after a new one
        return new StoredPart.Body(
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
                Properties.kept(workspace, ViewFiles.columns(place, manifest), arena),
                new SelectedDays(BodyBuilder.SELECTED_BYTES));
    }

    private Path place(Family family) {
        return directory.resolve(family.directory());
    }

    /// Forgets what is open. Histories handed out can be asked as long as the workspace is open.
    @Override
    public synchronized void close() {
        open.clear();
        otherwise.clear();
    }
}
