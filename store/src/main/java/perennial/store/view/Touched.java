package perennial.store.view;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import perennial.core.customer.Owner;
import perennial.store.Workspace;

/// Finds the owners touched since a base was built, and makes a part of them beside it.
///
/// New rows seldom change whose an old event is, and if they do, then mostly of all events of an owner at once: of a
/// visitor who became a user. Then the old events are carried over from the base, and the cost follows the new and
/// the touched. Where the events of one owner may come to stand for two (an alias, a visitor known to somebody else
/// before, any new row where there are accounts), every id that new rows name and every id ever linked to one of
/// these is touched, and all rows that name one are read again.
final class Touched {
    private final Workspace workspace;
    private final Session session;
    private final Base base;
    private final BitSet dead = new BitSet();

    /// @param dead the owners of the base they stand in for
    /// @param names event names by code, those of the base first
    record Owners(StoredPart.Body body, BitSet dead, List<String> names) {}

    private Touched(Workspace workspace, Session session, Base base) {
        this.workspace = workspace;
        this.session = session;
        this.base = base;
    }

    /// The touched owners; empty if they are so many that a new base is better.
    static Optional<Owners> read(Workspace workspace, Session session, Base base) throws SQLException {
        session.set("base_seq", base.manifest().lastSeq());
        session.set("meetings", base.place().resolve(ViewFiles.MEETINGS).toString());
        session.run("new-ids");
        return new Touched(workspace, session, base).read();
    }

    private Optional<Owners> read() throws SQLException {
        if (areMany()) {
            return Optional.empty();
        }
        if (family() == Family.PERSON) {
            session.run("news");
            session.resolveOwners(family());
            if (session.numbers("parted")[0] == 0) {
                carryOver();
                return Optional.of(owners("new-events", Optional.of(base)));
            }
        }
        followLinks();
        if (areMany()) {
            return Optional.empty();
        }
        readAgain();
        return Optional.of(owners("touched-events", Optional.empty()));
    }

    private Family family() {
        return base.body().family();
    }

    private boolean areMany() throws SQLException {
        return session.numbers("touched-count")[0] > 10_000 + base.body().ids().size() / 10;
    }

    private Owners owners(String answered, Optional<Base> carriedFrom) throws SQLException {
        BodyBuilder.Built built = new BodyBuilder(workspace, session, family(), answered, Space.memory())
                .build(base.manifest().names(), carriedFrom);
        return new Owners(built.body(), dead, built.names());
    }

    /// Finds the owners of the base who stand whole for a touched owner.
    private void carryOver() throws SQLException {
        record Joined(int before, int kind, String id) {}
        List<Joined> joined = new ArrayList<>();
        session.stream("joined-owners", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                OptionalInt before =
                        number(chunk.vector(0).getInt(row), chunk.vector(1).getString(row));
                if (before.isPresent()) {
                    dead.set(before.getAsInt());
                    joined.add(new Joined(
                            before.getAsInt(),
                            chunk.vector(2).getInt(row),
                            chunk.vector(3).getString(row)));
                }
            }
        });
        session.table("carried", "base INTEGER, kind INTEGER, id VARCHAR", rows -> {
            for (Joined each : joined) {
                rows.beginRow()
                        .append(each.before())
                        .append(each.kind())
                        .append(each.id())
                        .endRow();
            }
        });
    }

    private OptionalInt number(int kind, String id) {
        return base.body().number(new Owner(family().kinds().get(kind), id));
    }

    /// Takes all rows that name a touched id as those to build from.
    private void readAgain() throws SQLException {
        session.run(family() == Family.PERSON ? "touched-people" : "touched-customers");
        if (family() == Family.CUSTOMER) {
            followLinks();
        }
        session.run("touched");
        session.resolveOwners(family());
        session.stream("touched-owners", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                number(chunk.vector(0).getInt(row), chunk.vector(1).getString(row))
                        .ifPresent(dead::set);
            }
        });
    }

    /// Goes along the links until nobody new is found.
    private void followLinks() throws SQLException {
        long before = -1;
        for (long now = session.numbers("touched-count")[0]; now > before; ) {
            before = now;
            session.run("linked-ids");
            now = session.numbers("touched-count")[0];
        }
    }
}
