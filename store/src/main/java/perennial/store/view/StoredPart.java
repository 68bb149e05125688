package perennial.store.view;

import java.lang.foreign.MemorySegment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import perennial.core.customer.Owner;
import perennial.core.history.ActivityDays;
import perennial.core.history.Column;
import perennial.core.history.Kept;
import perennial.core.history.Part;
import perennial.core.history.Timelines;
import perennial.core.history.Traits;

/// A part of a history as the store has it: the base in its files, or a layer beside it.
final class StoredPart implements Part {
    /// What every unit of a family shares.
    ///
    /// @param known how many owners are of the family's first kind; they stand before the others
    /// @param rows the log's seq of each event, unsigned
    /// @param days by shard
    /// @param spans first and last event time of the first `known`, then of all; empty without events
    record Body(
            Family family,
            Timelines timelines,
            int known,
            Texts ids,
            MemorySegment rows,
            List<ActivityDays> days,
            List<List<Long>> spans,
            Properties properties,
            Kept kept) {

        Body withDays(List<ActivityDays> newDays) {
            return new Body(family, timelines, known, ids, rows, newDays, spans, properties, kept);
        }

        Owner owner(int number) {
            return new Owner(
                    number < known ? family.kinds().getFirst() : family.kinds().getLast(), ids.get(number));
        }

        /// The number of an owner, if it is there.
        OptionalInt number(Owner owner) {
            boolean isFirstKind = owner.kind() == family.kinds().getFirst();
            int found = isFirstKind ? ids.find(owner.id(), 0, known) : ids.find(owner.id(), known, ids.size());
            return found < 0 || !family.kinds().contains(owner.kind()) ? OptionalInt.empty() : OptionalInt.of(found);
        }
    }

    private final Layer layer;
    private final Body body;
    private final boolean isKnownOnly;
    private final TraitTable traits;
    private final Map<String, Optional<Traits>> dealtOut = new ConcurrentHashMap<>();

    /// @param isKnownOnly whether only owners of the first kind are asked
    StoredPart(Layer layer, boolean isKnownOnly, TraitTable traits) {
        this.layer = layer;
        body = layer.body();
        this.isKnownOnly = isKnownOnly;
        this.traits = traits;
    }

    @Override
    public Timelines timelines() {
        return body.timelines();
    }

    @Override
    public int owners() {
        return isKnownOnly ? body.known() : body.ids().size();
    }

    @Override
    public OptionalLong firstTime() {
        return span().isEmpty() ? OptionalLong.empty() : OptionalLong.of(span().getFirst());
    }

    @Override
    public OptionalLong lastTime() {
        return span().isEmpty() ? OptionalLong.empty() : OptionalLong.of(span().getLast());
    }

    private List<Long> span() {
        return body.spans().get(isKnownOnly ? 0 : 1);
    }

    @Override
    public ActivityDays days(int shard) {
        return body.days().get(shard);
    }

    @Override
    public boolean isLive(int owner) {
        return !layer.dead().get(owner);
    }

    @Override
    public boolean isWhole() {
        return layer.dead().isEmpty();
    }

    @Override
    public Owner owner(int number) {
        return body.owner(number);
    }

    @Override
    public OptionalInt number(Owner owner) {
        OptionalInt found = body.number(owner);
        return found.orElse(0) < owners() ? found : OptionalInt.empty();
    }

    @Override
    public Map<String, Column> properties(Collection<String> names) {
        return body.properties().columns(names, body);
    }

    @Override
    public Optional<Traits> trait(String name) {
        return dealtOut.computeIfAbsent(name, missing -> traits.of(missing, body));
    }

    @Override
    public Kept kept() {
        return body.kept();
    }

    @Override
    public List<String> propertyNames() {
        return body.properties().names();
    }

    @Override
    public List<String> traitNames() {
        return traits.names();
    }
}
