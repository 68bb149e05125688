package perennial.store.view;

import java.lang.foreign.Arena;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import perennial.core.customer.Owner;
import perennial.store.Workspace;

/// Finds the owners touched since a base was built, and reads them whole.
///
/// Touched is every id that new rows name, and every id ever linked to one of these: so what new links change of old
/// events is seen. All rows that name a touched id are read again, and built like a base, in memory.
final class Touched {
    private Touched() {}

    /// @param dead the owners of the base they stand in for
    /// @param names event names by code, those of the base first
    record Owners(StoredPart.Body body, BitSet dead, List<String> names) {}

    /// The touched owners; empty if they are so many that a new base is better.
    static Optional<Owners> read(
            Workspace workspace,
            Session session,
            StoredPart.Body base,
            long baseSeq,
            long lastSeq,
            List<String> baseNames)
            throws SQLException {
        Family family = base.family();
        session.set("base_seq", baseSeq);
        session.set("last_seq", lastSeq);
        session.run("new-ids");
        follow(session);
        if (session.numbers("touched-count")[0] > 10_000 + base.ids().size() / 10) {
            return Optional.empty();
        }
        session.run(family == Family.PERSON ? "touched-people" : "touched-customers");
        if (family == Family.CUSTOMER) {
            follow(session);
        }
        session.run("touched");
        BodyBuilder.Built built = new BodyBuilder(workspace, session, family, "touched-events", Space.memory())
                .build(baseNames, new Properties(workspace, Optional.empty(), Arena.global()));
        var dead = new BitSet();
        session.stream("touched-owners", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                Owner.Kind kind = family.kinds().get(chunk.vector(0).getInt(row));
                OptionalInt owner = base.number(new Owner(kind, chunk.vector(1).getString(row)));
                owner.ifPresent(dead::set);
            }
        });
        return Optional.of(new Owners(built.body(), dead, built.names()));
    }

    /// Goes along the links until nobody new is found.
    private static void follow(Session session) throws SQLException {
        long before = -1;
        for (long now = session.numbers("touched-count")[0]; now > before; ) {
            before = now;
            session.run("linked-ids");
            now = session.numbers("touched-count")[0];
        }
    }
}
