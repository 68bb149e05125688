package perennial.store.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import perennial.core.customer.Owner;

/// Somebody as the log knows them.
///
/// @param ids all that stand for the same person; of an account its own alone
/// @param traits every value they ever had, by name, the newest first
public record Profile(
        SortedSet<Owner> ids, long events, Optional<Instant> first, Optional<Instant> last, List<TraitValue> traits) {
    /// A value of a trait from when it was set.
    ///
    /// @param value as JSON
    public record TraitValue(String name, String value, Instant since, Owner of, String source) {}

    public Profile {
        traits = List.copyOf(traits);
    }

    /// Whether anything is known at all.
    public boolean isKnown() {
        return events > 0 || !traits.isEmpty() || ids.size() > 1;
    }
}
