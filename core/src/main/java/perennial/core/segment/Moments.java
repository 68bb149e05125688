package perennial.core.segment;

import perennial.core.history.Shard;

/// The as-of instant of a shard, for each owner.
record Moments(Shard shard, long instant, int today) {
    Moments(Shard shard) {
        this(
                shard,
                shard.history().asOf(),
                shard.history().calendar().dayOf(shard.history().asOf() - 1));
    }

    Moment of(int owner) {
        return new Moment(instant, today, shard.until(owner));
    }
}
