package perennial.store.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import perennial.core.calendar.Calendar;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.Part;
import perennial.core.history.Segments;
import perennial.core.question.Unit;
import perennial.core.reconcile.SetAside;
import perennial.core.segment.SegmentLibrary;
import perennial.store.StoreFailure;
import perennial.store.Workspace;
import perennial.store.segment.StoredSegments;

/// The histories of a workspace, fresh as of each call.
///
/// The base of a family of units lies in `views/` and never changes. Owners touched since it was built are kept whole
/// beside it, in layers of which each newer one stands before the older ones; a refresh reads what has arrived since
/// the last one. When the log has grown by a tenth, a new base is due: [#renew()] builds it while the old one goes on
/// answering. When rows were taken from the log, or the zone or the passive names changed, or a file is not as it was
/// written, nothing can be answered before it is there.
public final class Views implements AutoCloseable {
    /// New rows up to this many are never worth a new base.
    private static final long FEW = 10_000;

    /// New rows up to this many are a layer, however few there were before.
    private static final long MANY = 100_000;

    private final Workspace workspace;
    private final Path directory;
    private final Bases bases;
    private final Segments segments;
    private volatile boolean isLive;
    private final Map<Family, Layers> open = new ConcurrentHashMap<>();
    /// Who reads files of an open base by their names keeps the newer one from taking them away.
    private final ReadWriteLock files = new ReentrantReadWriteLock();

    private final Map<Otherwise, BodyBuilder.Built> otherwise = new HashMap<>();

    /// Which histories without one of our rules are there already.
    private record Otherwise(Family family, SetAside aside) {}

    /// Reads the tables in a session.
    private interface Reading<T> {
        T read(Session session) throws SQLException, IOException;
    }

    public Views(Workspace workspace) {
        this.workspace = workspace;
        directory = workspace.directory().resolve("views");
        bases = new Bases(workspace, directory);
        segments = new SegmentLibrary(new StoredSegments(workspace));
    }

    /// The history of a unit with everything stored by now.
    ///
    /// @throws StoreFailure if the views can be neither read nor built
    public synchronized History history(Unit unit) {
        return reading(session -> current(unit, session));
    }

    private <T> T reading(Reading<T> reading) {
        try {
            long judged = LeftOut.bringUpToDate(workspace);
            try (var session = new Session(workspace.connection())) {
                session.set("judged_seq", judged);
                return reading.read(session);
            }
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
        return aside == SetAside.NOTHING
                ? ours
                : reading(session -> {
                    Family family = Family.of(unit, session.isTrue("has-accounts"));
                    var read = new Otherwise(family, aside);
                    BodyBuilder.Built built = otherwise.get(read);
                    if (built == null) {
                        built = built(read, session);
                        otherwise.put(read, built);
                    }
                    var part = new StoredPart(
                            Layer.of(built.body()), isKnownOnly(family, unit), new TraitTable(workspace));
                    return new History(workspace.settings(), built.names(), List.of(part), segments).asOf(ours.asOf());
                });
    }

    private BodyBuilder.Built built(Otherwise read, Session session) throws SQLException, IOException {
        Layers ours = refreshed(read.family(), session);
        session.set("last_seq", ours.arrived().seq());
        session.run(
                switch (read.aside()) {
                    case NOTHING -> "everything";
                    case FILTERS -> "everything-filtered-out-too";
                    case LINKS -> "everything-unlinked";
                    case FIRST_USER -> "everything-joined";
                });
        session.resolveOwners(read.family());
        Space space = Space.passing(session.numbers("event-count")[0], directory);
        return new BodyBuilder(workspace, session, read.family(), "every-event", space)
                .build(
                        List.of(),
                        new Carried(read.family()),
                        ours.base().body().properties().beside(ours.arrived().seq()));
    }

    /// What somebody left in the log, by the view that is open: without a search through the log. Events that arrived
    /// after the view was made are theirs if they name an id that is known of them. It waits for no history. Empty
    /// where the view cannot tell, as of who is new.
    ///
    /// @throws StoreFailure if the tables cannot be read
    public Optional<Traces> traces(Owner owner) {
        files.readLock().lock();
        try (var session = new Session(workspace.connection())) {
            Layers current = open.get(owner.kind() == Owner.Kind.ACCOUNT ? Family.CUSTOMER : Family.PERSON);
            return current == null ? Optional.empty() : new OpenTraces(current, session).of(owner);
        } catch (SQLException e) {
            throw StoreFailure.of("looking for what somebody did", e);
        } finally {
            files.readLock().unlock();
        }
    }

    private static boolean isKnownOnly(Family family, Unit unit) {
        return family == Family.PERSON && unit != Unit.VISITOR;
    }

    private History current(Unit unit, Session session) throws SQLException, IOException {
        Family family = Family.of(unit, session.isTrue("has-accounts"));
        Layers current = refreshed(family, session);
        var traits = new TraitTable(workspace);
        List<Part> parts = new ArrayList<>();
        for (Layer layer : current.all()) {
            parts.add(new StoredPart(layer, isKnownOnly(family, unit), traits));
        }
        var history = new History(workspace.settings(), current.names(), parts, segments);
        long newest = current.arrived().newest();
        return isLive(session)
                ? history.asOf(workspace.clock().millis())
                : newest < 0 ? history : history.asOf(endOfDay(newest));
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

    /// What is open with what has arrived since, and is open from then on; a new base where there is nothing to go on
    /// from.
    private Layers refreshed(Family family, Session session) throws SQLException, IOException {
        long generation = session.numbers("generation")[0];
        Optional<Layers> now = Optional.empty();
        Optional<Layers> before = opened(family, generation, session);
        if (before.isPresent()) {
            now = grown(before.get(), session);
        }
        Layers current = now.isPresent() ? now.get() : rebuilt(family, session, generation);
        takeUp(family, current);
        return current;
    }

    private void takeUp(Family family, Layers current) throws IOException {
        Layers before = open.put(family, current);
        if (before != current) {
            otherwise.keySet().removeIf(each -> each.family() == family);
        }
        if (before == null || before.base() != current.base()) {
            files.writeLock().lock();
            try {
                bases.keepOnly(current.base());
            } finally {
                files.writeLock().unlock();
            }
        }
    }

    /// What is open, else what lies in the files, unless a new base is due then.
    private Optional<Layers> opened(Family family, long generation, Session session) throws SQLException, IOException {
        Layers current = open.get(family);
        if (current != null && bases.fits(current.base().manifest(), generation)) {
            return Optional.of(current);
        }
        Optional<Layers> kept = bases.open(family, generation).map(Layers::of);
        return kept.isPresent()
                        && isDue(kept.get().base(), arrived(session, kept.get().arrived()))
                ? Optional.empty()
                : kept;
    }

    private static boolean isDue(Base base, Layers.Arrived arrived) {
        long had = base.manifest().lastSeq();
        return arrived.seq() - had > Math.max(FEW, had / 10);
    }

    /// The layers with what has arrived since; empty if that is more than there was, or more than can be put beside.
    private Optional<Layers> grown(Layers before, Session session) throws SQLException {
        Layers.Arrived arrived = arrived(session, before.arrived());
        if (arrived.equals(before.arrived())) {
            return Optional.of(before);
        }
        return arrived.seq() - before.arrived().seq()
                        > Math.max(MANY, before.arrived().seq())
                ? Optional.empty()
                : Refresh.of(workspace, session, before, arrived, directory);
    }

    private static Layers.Arrived arrived(Session session, Layers.Arrived seen) throws SQLException {
        session.set("seen_seq", seen.seq());
        session.set("seen_newest", seen.newest());
        long[] found = session.numbers("arrived");
        return new Layers.Arrived(found[0], found[1]);
    }

    private Layers rebuilt(Family family, Session session, long generation) throws SQLException, IOException {
        return Layers.of(bases.build(family, session, generation, arrived(session, Layers.Arrived.NOTHING)));
    }

    /// Builds the new bases that are due. What is open goes on growing and answering meanwhile; nobody waits but the
    /// caller.
    ///
    /// @throws StoreFailure if one cannot be built; then what is open goes on
    public void renew() {
        for (Family family : Family.values()) {
            if (isDue(family)) {
                Optional<Layers> fresh =
                        Optional.of(reading(session -> rebuilt(family, session, session.numbers("generation")[0])));
                long seen = -1;
                while (fresh.isPresent() && fresh.get().arrived().seq() - seen > FEW) {
                    seen = fresh.get().arrived().seq();
                    Layers before = fresh.get();
                    fresh = reading(session -> grown(before, session));
                }
                fresh.ifPresent(this::takeUpRenewed);
            }
        }
    }

    /// The next history goes on from the new base, if it still goes on from what was open.
    private synchronized void takeUpRenewed(Layers fresh) {
        Family family = fresh.base().body().family();
        Layers current = open.get(family);
        if (current != null
                && bases.fits(fresh.base().manifest(), current.base().manifest().generation())) {
            try {
                takeUp(family, fresh);
            } catch (IOException e) {
                throw StoreFailure.of("keeping the derived views in " + directory, e);
            }
        }
    }

    private synchronized boolean isDue(Family family) {
        Layers current = open.get(family);
        return current != null && isDue(current.base(), current.arrived());
    }

    /// Forgets what is open. Histories handed out can be asked as long as the workspace is open.
    @Override
    public synchronized void close() {
        open.clear();
        otherwise.clear();
    }
}
