package perennial.core.question;

import java.util.Map;
import java.util.TreeMap;
import perennial.core.answer.Counts;
import perennial.core.history.OwnerSet;

/// Tallies that count, group by group. For one thread; the counts of several add up.
final class Counting implements Tallies {
    /// More groups than this are no breakdown anybody reads.
    static final int MOST_GROUPS = 1000;

    private final int boxes;
    private final Map<String, Counts> groups = new TreeMap<>();

    Counting(int boxes) {
        this.boxes = boxes;
    }

    Map<String, Counts> groups() {
        return groups;
    }

    /// Adds what another has counted.
    void add(Counting other) {
        other.groups.forEach((group, counts) ->
                groups.computeIfAbsent(group, name -> Counts.empty(boxes)).add(counts));
        requireFewGroups();
    }

    @Override
    public Tally of(String group) {
        long[] counts =
                groups.computeIfAbsent(group, name -> Counts.empty(boxes)).boxes();
        requireFewGroups();
        return new Tally() {
            @Override
            public void add(int box, long[] set) {
                counts[box] += OwnerSet.count(set);
            }

            @Override
            public void addBoth(int box, long[] one, long[] other) {
                counts[box] += OwnerSet.countBoth(one, other);
            }

            @Override
            public void addExcept(int box, long[] set, long[] without) {
                counts[box] += OwnerSet.countExcept(set, without);
            }

            @Override
            public void add(int box, int owner) {
                counts[box]++;
            }
        };
    }

    private void requireFewGroups() {
        if (groups.size() > MOST_GROUPS) {
            throw new BadOption(
                    "by",
                    "it has more than " + MOST_GROUPS + " values; choose a trait or property with fewer, such as a"
                            + " country or a plan");
        }
    }
}
