package perennial.core.segment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.Membership;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// Who is in a segment as of a history's as-of instant, of all who had done anything by then.
public final class Roster {
    private final List<Shard> shards;
    private final List<long[]> members;
    private final long of;

    private Roster(List<Shard> shards, List<long[]> members, long of) {
        this.shards = shards;
        this.members = members;
        this.of = of;
    }

    public static Roster of(Membership membership, History history) {
        List<Shard> shards = history.shards();
        List<long[]> there = shards.parallelStream().map(Roster::there).toList();
        List<long[]> members = new ArrayList<>();
        for (long[] set : membership.of(history)) {
            long[] both = set.clone();
            OwnerSet.and(both, there.get(members.size()));
            members.add(both);
        }
        return new Roster(
                shards, members, there.stream().mapToLong(OwnerSet::count).sum());
    }

    private static long[] there(Shard shard) {
        long[] there = OwnerSet.empty(shard.size());
        OwnerSet.forEach(shard.members(), owner -> {
            if (shard.from(owner) < shard.until(owner)) {
                OwnerSet.add(there, owner);
            }
        });
        return there;
    }

    /// How many are in it.
    public long size() {
        return members.stream().mapToLong(OwnerSet::count).sum();
    }

    /// Of how many.
    public long of() {
        return of;
    }

    /// Each member, in the order in which they are stored.
    public Iterator<Member> members() {
        return IntStream.range(0, members.size())
                .boxed()
                .flatMap(number ->
                        OwnerSet.owners(members.get(number)).mapToObj(owner -> new Member(shards.get(number), owner)))
                .iterator();
    }

    /// Somebody who is in it.
    public record Member(Shard shard, int number) {
        /// Who it is.
        public Owner owner() {
            return shard.owner(number);
        }

        /// The value of a trait in force at the as-of instant.
        public Optional<String> trait(String name) {
            return shard.trait(name, number, shard.history().asOf());
        }
    }
}
