package perennial.store.view;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import perennial.core.customer.Owner;
import perennial.core.history.Timelines;

/// Owners who were made together, each with all its events. Newer layers answer for those who are dead here.
record Layer(StoredPart.Body body, BitSet dead) {
    static Layer of(StoredPart.Body body) {
        return new Layer(body, new BitSet());
    }

    /// The same, to be masked further: what was handed out stays as it is.
    Layer copy() {
        return new Layer(body, (BitSet) dead.clone());
    }

    /// The number of an owner who is answered for here.
    OptionalInt number(Owner owner) {
        OptionalInt found = body.number(owner);
        return found.isPresent() && !dead.get(found.getAsInt()) ? found : OptionalInt.empty();
    }

    void forEachOwner(IntConsumer consumer) {
        int owners = body.ids().size();
        for (int owner = dead.nextClearBit(0); owner < owners; owner = dead.nextClearBit(owner + 1)) {
            consumer.accept(owner);
        }
    }

    /// How many events are answered for here.
    long events() {
        Timelines timelines = body.timelines();
        long[] events = {0};
        forEachOwner(owner -> events[0] += timelines.until(owner) - timelines.from(owner));
        return events[0];
    }
}
