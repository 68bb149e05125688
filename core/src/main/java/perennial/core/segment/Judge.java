package perennial.core.segment;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// One part of a segment, ready for the owners of one shard. For one thread.
interface Judge {
    /// Those of some owners who are in, as of the shard's as-of instant. A set of its own.
    long[] of(long[] among);

    /// Whether an owner is in, as of any instant. Agrees with [#of(long[])].
    boolean has(int owner, Moment moment);

    /// How much work it is to ask it of many: sides that are cheap go first, those that come after need to look at
    /// fewer.
    int cost();

    /// A few operations on sets.
    int SETS = 1;
    /// Something to look up for each owner.
    int LOOKUP = 2;
    /// Sets of many days.
    int DAYS = 3;
    /// Events to read.
    int EVENTS = 10;

    /// @param scores each one's scores in this shard
    static Judge of(Segment segment, Shard shard, Function<Score, Scores.InShard> scores) {
        return switch (segment) {
            case Segment.All(var of) -> new All(judges(of, shard, scores));
            case Segment.Any(var of) -> new Any(judges(of, shard, scores));
            case Segment.Not(var of) -> new Not(of(of, shard, scores));
            case Segment.Trait(var test) ->
                shard.filter(test)
                        .<Judge>map(
                                filter -> new HasTrait(filter, shard.history().asOf()))
                        .orElse(new Nobody());
            case Segment.Did did -> new DidTimes(shard, did);
            case Segment.FirstDid did -> new FirstTime(shard, did);
            case Segment.DidThen did -> new InTurn(shard, did);
            case Segment.Inactive(int days) -> new Silent(shard, days);
            case Segment.LifeEnded(var reason, var period) -> InLives.ended(shard, reason, period);
            case Segment.InLife() -> InLives.open(shard);
            case Segment.WonBack(var period) -> InLives.wonBack(shard, period);
            case Segment.Scored(var score, var some) -> new HasScore(scores.apply(score), some);
            case Segment.Named(String name) ->
                throw new IllegalStateException("Bug: the definition of segment \"" + name + "\" was not put in place");
        };
    }

    private static List<Judge> judges(List<Segment> segments, Shard shard, Function<Score, Scores.InShard> scores) {
        return segments.stream()
                .map(each -> of(each, shard, scores))
                .sorted(Comparator.comparingInt(Judge::cost))
                .toList();
    }

    /// Asks each side only of those whom all before it let pass.
    record All(List<Judge> sides) implements Judge {
        @Override
        public long[] of(long[] among) {
            long[] left = among;
            for (Judge side : sides) {
                left = side.of(left);
            }
            return left;
        }

        @Override
        public boolean has(int owner, Moment moment) {
            return sides.stream().allMatch(side -> side.has(owner, moment));
        }

        @Override
        public int cost() {
            return sides.stream().mapToInt(Judge::cost).sum();
        }
    }

    /// Asks each side only of those whom none before it let pass.
    record Any(List<Judge> sides) implements Judge {
        @Override
        public long[] of(long[] among) {
            long[] found = new long[among.length];
            for (Judge side : sides) {
                OwnerSet.or(found, side.of(OwnerSet.except(among, found)));
            }
            return found;
        }

        @Override
        public boolean has(int owner, Moment moment) {
            return sides.stream().anyMatch(side -> side.has(owner, moment));
        }

        @Override
        public int cost() {
            return sides.stream().mapToInt(Judge::cost).sum();
        }
    }

    record Not(Judge side) implements Judge {
        @Override
        public long[] of(long[] among) {
            return OwnerSet.except(among, side.of(among));
        }

        @Override
        public boolean has(int owner, Moment moment) {
            return !side.has(owner, moment);
        }

        @Override
        public int cost() {
            return side.cost();
        }
    }

    record Nobody() implements Judge {
        @Override
        public long[] of(long[] among) {
            return new long[among.length];
        }

        @Override
        public boolean has(int owner, Moment moment) {
            return false;
        }

        @Override
        public int cost() {
            return 0;
        }
    }
}
