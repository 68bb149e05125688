package perennial.store.view;

import java.lang.foreign.MemorySegment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import perennial.core.history.ActivityDays;
import perennial.core.history.ActivityDaysBuilder;
import perennial.core.history.History;
import perennial.core.history.Kept;
import perennial.core.history.Segments;
import perennial.core.history.Timelines;
import perennial.core.workspace.Settings;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// Builds the columns, ids and days of a layer from the rows a session has in scope; the same for a base and for what
/// stands beside it.
final class BodyBuilder {
    /// Event names beyond this have no code: two bytes an event.
    private static final int MOST_NAMES = 1 << 16;

    /// Bytes of sets of days for selections with a condition that are kept.
    static final long KEPT_BYTES = 128L << 20;

    /// @param names event names by code
    /// @param days where the block of each shard's days begins, and where the last ends
    record Built(StoredPart.Body body, List<String> names, List<Long> days) {}

    private final Workspace workspace;
    private final Session session;
    private final Family family;
    private final String answered;
    private final Space space;

    /// @param answered the file that says which of the events in scope are answered for
    BodyBuilder(Workspace workspace, Session session, Family family, String answered, Space space) {
        this.workspace = workspace;
        this.session = session;
        this.family = family;
        this.answered = answered;
        this.space = space;
    }

    /// The part made of the events in scope, whose owners are resolved, and of those carried over.
    ///
    /// @param names codes given already; further names get the next ones
    Built build(List<String> names, Carried carried, Properties properties) throws SQLException {
        List<String> allNames = withNewNames(names);
        session.table("name_code", "code INTEGER, name VARCHAR", rows -> {
            for (int code = 0; code < allNames.size(); code++) {
                rows.beginRow().append(code).append(allNames.get(code)).endRow();
            }
        });
        session.run(answered);
        carried.tell(session);
        session.run("owners");
        List<String> ids = new ArrayList<>();
        int[] known = {0};
        session.stream("owner-ids", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                known[0] += chunk.vector(0).getInt(row) == 0 ? 1 : 0;
                ids.add(chunk.vector(1).getString(row));
            }
        });
        var builder = new TimelineBuilder(space, ids.size(), session.numbers("event-count")[0] + carried.events());
        session.stream("timeline", builder::add);
        carried.addTo(builder, session);
        TimelineBuilder.Built built = builder.build();
        var bare = new StoredPart.Body(
                family,
                built.timelines(),
                known[0],
                Texts.write(space, "ids", ids),
                built.rows(),
                List.of(),
                List.of(span(built.timelines(), known[0]), span(built.timelines(), ids.size())),
                properties,
                new Kept(KEPT_BYTES));
        List<MemorySegment> blocks = days(bare, allNames);
        List<Long> starts = new ArrayList<>(List.of(0L));
        blocks.forEach(block -> starts.add(starts.getLast() + block.byteSize()));
        MemorySegment days = space.allocate("days", starts.getLast());
        for (int shard = 0; shard < blocks.size(); shard++) {
            MemorySegment block = blocks.get(shard);
            MemorySegment.copy(block, 0, days, starts.get(shard), block.byteSize());
        }
        return new Built(bare.withDays(blocks(days, starts)), allNames, starts);
    }

    private List<String> withNewNames(List<String> names) throws SQLException {
        List<String> all = new ArrayList<>(names);
        for (String[] row : session.texts("names")) {
            if (!names.contains(row[0])) {
                all.add(row[0]);
            }
        }
        if (all.size() > MOST_NAMES) {
            throw new StoreFailure("There are " + all.size() + " different event names, at most " + MOST_NAMES
                    + " can be told apart; a name should not hold ids or dates, put those into properties");
        }
        return all;
    }

    private List<MemorySegment> days(StoredPart.Body body, List<String> names) {
        Settings settings = workspace.settings();
        var part = new StoredPart(Layer.of(body), false, new TraitTable(workspace));
        var history = new History(settings, names, List.of(part), Segments.NONE);
        return history.shards().parallelStream()
                .map(shard -> ActivityDaysBuilder.all(shard, settings.calendar(), history.isPassive()))
                .toList();
    }

    static List<ActivityDays> blocks(MemorySegment days, List<Long> starts) {
        List<ActivityDays> blocks = new ArrayList<>();
        for (int shard = 0; shard + 1 < starts.size(); shard++) {
            blocks.add(new ActivityDays(days.asSlice(starts.get(shard), starts.get(shard + 1) - starts.get(shard))));
        }
        return List.copyOf(blocks);
    }

    private static List<Long> span(Timelines timelines, int owners) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int owner = 0; owner < owners; owner++) {
            first = Math.min(first, timelines.time(timelines.from(owner)));
            last = Math.max(last, timelines.time(timelines.until(owner) - 1));
        }
        return owners == 0 ? List.of() : List.of(first, last);
    }
}
