package perennial.store.view;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import perennial.core.customer.Owner;

/// Finds owners of a body who are asked for in their order: by kind, then by the bytes of the id. Each is sought from
/// where the one before was, so that all together cost no more than one pass over the ids.
final class OwnerSearch {
    private final StoredPart.Body body;
    private int at;

    OwnerSearch(StoredPart.Body body) {
        this.body = body;
    }

    /// The number of an owner who is not before the one asked for last, if it is there.
    OptionalInt number(Owner owner) {
        boolean isFirstKind = owner.kind() == body.family().kinds().getFirst();
        int until = isFirstKind ? body.known() : body.ids().size();
        MemorySegment id = MemorySegment.ofArray(owner.id().getBytes(StandardCharsets.UTF_8));
        at = body.ids().seek(id, isFirstKind ? at : Math.max(at, body.known()), until);
        return at < until && body.ids().compare(at, id) == 0 ? OptionalInt.of(at) : OptionalInt.empty();
    }
}
