package perennial.store.view;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import perennial.core.customer.Owner;
import perennial.store.Workspace;

/// Makes a layer of the owners touched since the last one was made, which stands before all older ones.
///
/// New rows seldom change whose an old event is, and if they do, then mostly of all events of an owner at once: of a
/// visitor who became a user, of a user who turned out to be another. Then the old events are carried over from the
/// layers that have them, and the cost follows the new rows and the touched owners. Where the events of one owner may
/// come to stand for two (a visitor is now known to have met somebody else before; any new row where there are
/// accounts), every id that new rows name and every id ever linked to one of these is touched, and all rows that name
/// one are read again: a search through the whole log.
///
/// The layers before it that answer for no more events than the new one are merged into it. So each is larger than
/// all newer ones together, there are few of them, and an event is moved a few times at most.
final class Refresh {
    private final Workspace workspace;
    private final Session session;
    private final Layers before;
    private final Layers.Arrived arrived;
    private final Carried carried;
    private final List<Layer> layers = new ArrayList<>();

    private Refresh(Workspace workspace, Session session, Layers before, Layers.Arrived arrived) {
        this.workspace = workspace;
        this.session = session;
        this.before = before;
        this.arrived = arrived;
        carried = new Carried(family());
        before.all().forEach(layer -> layers.add(layer.copy()));
    }

    /// The layers with what has arrived since; empty if so many owners would be read again that a new base is better.
    static Optional<Layers> of(
            Workspace workspace, Session session, Layers before, Layers.Arrived arrived, Path directory)
            throws SQLException {
        session.set("after_seq", before.arrived().seq());
        session.set("last_seq", arrived.seq());
        session.set(
                "meetings", before.base().place().resolve(ViewFiles.MEETINGS).toString());
        session.run("new-ids");
        return new Refresh(workspace, session, before, arrived).make(directory);
    }

    private Optional<Layers> make(Path directory) throws SQLException {
        boolean isCarried = family() == Family.PERSON && isNobodyParted();
        if (isCarried) {
            carryTouched();
        } else {
            followLinks();
            if (areMany()) {
                return Optional.empty();
            }
            readAgain();
        }
        if (family() == Family.PERSON) {
            before.meetings().learn(session);
        }
        long events = session.numbers("event-count")[0];
        mergeSmaller(events);
        BodyBuilder.Built built = new BodyBuilder(
                        workspace,
                        session,
                        family(),
                        isCarried ? "every-event" : "touched-events",
                        Space.passing(events + carried.events(), directory))
                .build(
                        before.names(),
                        carried,
                        before.base().body().properties().beside(arrived.seq()));
        if (built.body().ids().size() > 0) {
            layers.add(Layer.of(built.body()));
        }
        return Optional.of(new Layers(before.base(), arrived, layers, built.names(), before.meetings()));
    }

    private Family family() {
        return before.base().body().family();
    }

    /// Settles whose the new events are, and whether old ones stay together.
    private boolean isNobodyParted() throws SQLException {
        before.meetings().tell(session);
        session.run("news");
        session.resolveOwners(family());
        return session.numbers("parted")[0] == 0;
    }

    /// Takes over the owners who stand whole for a touched owner.
    private void carryTouched() throws SQLException {
        List<OwnerSearch> searches =
                layers.stream().map(layer -> new OwnerSearch(layer.body())).toList();
        session.stream("joined-owners", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                Owner old = owner(chunk.vector(0).getInt(row), chunk.vector(1).getString(row));
                Owner now = owner(chunk.vector(2).getInt(row), chunk.vector(3).getString(row));
                for (int i = 0; i < searches.size(); i++) {
                    Layer layer = layers.get(i);
                    OptionalInt number = searches.get(i).number(old);
                    if (number.isPresent() && !layer.dead().get(number.getAsInt())) {
                        carried.add(layer.body(), number.getAsInt(), now);
                        layer.dead().set(number.getAsInt()); // met again, it is not carried twice
                    }
                }
            }
        });
    }

    private Owner owner(int kind, String id) {
        return new Owner(family().kinds().get(kind), id);
    }

    private boolean areMany() throws SQLException {
        return session.numbers("touched-count")[0]
                > 10_000 + before.base().body().ids().size() / 10;
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
                Owner touched =
                        owner(chunk.vector(0).getInt(row), chunk.vector(1).getString(row));
                layers.forEach(layer -> layer.number(touched).ifPresent(layer.dead()::set));
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

    /// The base is no part of this: a new one is built beside, when it is due.
    private void mergeSmaller(long newEvents) {
        while (layers.size() > 1 && layers.getLast().events() <= newEvents + carried.events()) {
            Layer smaller = layers.removeLast();
            smaller.forEachOwner(
                    owner -> carried.add(smaller.body(), owner, smaller.body().owner(owner)));
        }
    }
}
