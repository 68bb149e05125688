package perennial.core.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import perennial.core.customer.Owner;

/// One piece of a history as the store holds it: the base, or the owners touched since beside it.
///
/// The owners of a unit are the first `owners` of the timelines: known users stand before anonymous visitors, so that
/// one set of files serves both units.
public interface Part {
    Timelines timelines();

    int owners();

    /// When the first event of these owners happened, in milliseconds; empty without any.
    OptionalLong firstTime();

    /// When the last event of these owners happened.
    OptionalLong lastTime();

    /// How each shard's days are kept, by number of the shard.
    ActivityDays days(int shard);

    /// Whether the owner is answered for here; false for those of the base that were touched since.
    boolean isLive(int owner);

    /// Whether all owners are live, so that nobody needs to be asked one by one.
    boolean isWhole();

    /// Who the owner of this number is.
    Owner owner(int number);

    /// The number of an owner, whether live or not; empty if it is not here.
    OptionalInt number(Owner owner);

    /// The properties of these names, by name; without those that no event has. The first time takes a pass over all
    /// events, one for all of them: ask for those together that are needed together.
    Map<String, Column> properties(Collection<String> names);

    /// The property of this name; empty if no event has it.
    default Optional<Column> property(String name) {
        return Optional.ofNullable(properties(List.of(name)).get(name));
    }

    /// The trait of this name; empty if nobody has it.
    Optional<Traits> trait(String name);

    /// What passes over the timelines have made, kept while there is room.
    Kept kept();

    /// All shards' numbers.
    default int shards() {
        return (owners() + Shard.OWNERS - 1) / Shard.OWNERS;
    }

    /// The names of the properties the events have, for messages and look-up.
    List<String> propertyNames();

    /// The names of the traits owners have.
    List<String> traitNames();
}
