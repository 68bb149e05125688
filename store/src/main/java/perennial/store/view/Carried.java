package perennial.store.view;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import perennial.core.history.Timelines;

/// Owners of the base who stand, with all their events, for owners of the part beside it.
///
/// @param pairs who they were in the base, and who they are now
record Carried(Base base, List<Pair> pairs) {
    /// The number of an owner in the base and in the part beside it.
    record Pair(int before, int now) {}

    /// Told where an event of the base now stands.
    interface Visitor {
        void visit(long before, long now);
    }

    /// Reads who is who of the tables `carried` and `owner`.
    static Carried read(Session session, Base base) throws SQLException {
        List<Pair> pairs = new ArrayList<>();
        session.stream("carried-owners", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                pairs.add(new Pair(chunk.vector(0).getInt(row), chunk.vector(1).getInt(row)));
            }
        });
        return new Carried(base, List.copyOf(pairs));
    }

    /// How many events they have in the base.
    long events() {
        Timelines old = base.body().timelines();
        return pairs.stream()
                .mapToLong(pair -> old.until(pair.before()) - old.from(pair.before()))
                .sum();
    }

    void addTo(TimelineBuilder builder) {
        Timelines old = base.body().timelines();
        for (Pair pair : pairs) {
            for (long at = old.from(pair.before()); at < old.until(pair.before()); at++) {
                builder.add(
                        pair.now(), old.time(at), old.name(at), seq(base.body().rows(), at));
            }
        }
    }

    /// Goes through all events carried over. Both parts keep them in the order of time and arrival.
    void forEach(StoredPart.Body part, Visitor visitor) {
        Timelines old = base.body().timelines();
        for (Pair pair : pairs) {
            long now = part.timelines().from(pair.now());
            for (long before = old.from(pair.before()); before < old.until(pair.before()); before++) {
                while (seq(part.rows(), now) != seq(base.body().rows(), before)) {
                    now++;
                }
                visitor.visit(before, now);
            }
        }
    }

    private static long seq(MemorySegment rows, long at) {
        return Integer.toUnsignedLong(rows.getAtIndex(JAVA_INT, at));
    }
}
