package perennial.store.view;

import java.util.BitSet;
import java.util.SortedSet;
import perennial.core.customer.Owner;

/// What somebody left in the log.
///
/// @param ids all by which they are known
/// @param events their places in the log, of those that filters leave out too
public record Traces(SortedSet<Owner> ids, BitSet events) {}
