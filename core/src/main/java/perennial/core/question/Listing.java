package perennial.core.question;

import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import perennial.core.answer.Cell;
import perennial.core.customer.Owner;
import perennial.core.history.Group;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;

/// Tallies that list the people of some boxes of one group, in one shard.
final class Listing implements Tallies {
    private final Group group;
    private final String label;
    private final BitSet wanted = new BitSet();
    private final Shard shard;
    private final SortedSet<Owner> people = new TreeSet<>();

    Listing(Group group, Cell.Count cell, Shard shard) {
        this.group = group;
        this.label = cell.label();
        this.shard = shard;
        for (int box : cell.boxes()) {
            wanted.set(box);
        }
    }

    SortedSet<Owner> people() {
        return people;
    }

    @Override
    public Tally of(Group other) {
        return tally(other.equals(group), "");
    }

    private Tally tally(boolean isGroup, String part) {
        boolean isWanted = isGroup && part.equals(label);
        return new Tally() {
            @Override
            public void add(int box, long[] set) {
                addExcept(box, set, new long[set.length]);
            }

            @Override
            public void addBoth(int box, long[] one, long[] other) {
                if (isWanted && wanted.get(box)) {
                    long[] both = one.clone();
                    OwnerSet.and(both, other);
                    OwnerSet.forEach(both, owner -> people.add(shard.owner(owner)));
                }
            }

            @Override
            public void addExcept(int box, long[] set, long[] without) {
                if (isWanted && wanted.get(box)) {
                    OwnerSet.forEach(OwnerSet.except(set, without), owner -> people.add(shard.owner(owner)));
                }
            }

            @Override
            public void add(int box, int owner, long amount) {
                if (isWanted && amount > 0 && wanted.get(box)) {
                    people.add(shard.owner(owner));
                }
            }

            @Override
            public void measure(int histogram, long value, long times) {
                // nobody in particular
            }

            @Override
            public Tally under(String name) {
                return tally(isGroup, name);
            }
        };
    }
}
