package perennial.core.segment;

import perennial.core.history.OwnerSet;
import perennial.core.history.TraitFilter;

/// Who has a value of a trait in force.
record HasTrait(TraitFilter filter, long asOf) implements Judge {
    @Override
    public long[] of(long[] among) {
        long[] found = new long[among.length];
        OwnerSet.forEach(among, owner -> {
            if (filter.test(owner, asOf)) {
                OwnerSet.add(found, owner);
            }
        });
        return found;
    }

    @Override
    public boolean has(int owner, Moment moment) {
        return filter.test(owner, moment.instant());
    }

    @Override
    public int cost() {
        return LOOKUP;
    }
}
