package perennial.store.view;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import perennial.core.customer.Owner;
import perennial.core.history.Timelines;

/// Owners of older layers who stand, with all their events, for owners of the one that is made.
final class Carried {
    /// @param from the layer that answered for the owner
    /// @param before its number there
    /// @param now whom it stands for
    private record Carry(StoredPart.Body from, int before, Owner now) {
        long first() {
            return from.timelines().from(before);
        }

        long end() {
            return from.timelines().until(before);
        }
    }

    private final Family family;
    private final List<Carry> all = new ArrayList<>();
    private long events;

    Carried(Family family) {
        this.family = family;
    }

    void add(StoredPart.Body from, int before, Owner now) {
        var carry = new Carry(from, before, now);
        all.add(carry);
        events += carry.end() - carry.first();
    }

    /// How many events they have.
    long events() {
        return events;
    }

    /// Tells a session who they are now: table `carried`.
    void tell(Session session) throws SQLException {
        session.table("carried", "place INTEGER, kind INTEGER, id VARCHAR", rows -> {
            for (int place = 0; place < all.size(); place++) {
                Owner now = all.get(place).now();
                rows.beginRow()
                        .append(place)
                        .append(family.kinds().indexOf(now.kind()))
                        .append(now.id())
                        .endRow();
            }
        });
    }

    /// Adds their events, once the session has numbered the owners.
    void addTo(TimelineBuilder builder, Session session) throws SQLException {
        session.stream("carried-owners", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                Carry carry = all.get(chunk.vector(0).getInt(row));
                int now = chunk.vector(1).getInt(row);
                Timelines old = carry.from().timelines();
                for (long at = carry.first(); at < carry.end(); at++) {
                    long seq = Integer.toUnsignedLong(carry.from().rows().getAtIndex(JAVA_INT, at));
                    builder.add(now, old.time(at), old.name(at), seq);
                }
            }
        });
    }
}
