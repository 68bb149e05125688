package perennial.core.question;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import perennial.core.answer.Counts;
import perennial.core.history.Group;
import perennial.core.history.OwnerSet;

/// Tallies that count, group by group. For one thread; the counts of several add up.
final class Counting implements Tallies {
    /// More groups than this are no breakdown anybody reads.
    static final int MOST_GROUPS = 1000;

    private final CountQuestion question;
    private final Map<Group, Sums> groups = new TreeMap<>();
    /// The group asked for last, and where it is counted: mostly it is the next one's too.
    private Group lastGroup = Group.NONE;
    private Tally last = Tally.NONE;
    private boolean isAsked;

    Counting(CountQuestion question) {
        this.question = question;
    }

    /// The counts by group, in order.
    SortedMap<Group, Counts> groups() {
        var all = new TreeMap<Group, Counts>();
        groups.forEach((group, sums) -> all.put(group, sums.counts));
        return all;
    }

    /// Adds what another has counted.
    void add(Counting other) {
        other.groups.forEach((group, sums) -> sums(group).counts.add(sums.counts));
    }

    @Override
    public Tally of(Group group) {
        if (group != lastGroup || !isAsked) {
            lastGroup = group;
            last = group.isOutside() ? Tally.NONE : sums(group);
            isAsked = true;
        }
        return last;
    }

    private Sums sums(Group group) {
        Sums sums =
                groups.computeIfAbsent(group, name -> new Sums(Counts.empty(question.boxes(), question.histograms())));
        if (groups.size() > MOST_GROUPS) {
            throw new BadOption(
                    "by",
                    "it has more than " + MOST_GROUPS + " values; choose a trait or property with fewer, such as a"
                            + " country or a plan");
        }
        return sums;
    }

    /// Counts into boxes.
    static final class Sums implements Tally {
        private final Counts counts;
        private final long[] boxes;
        private final Map<String, Sums> parts = new HashMap<>();

        Sums(Counts counts) {
            this.counts = counts;
            boxes = counts.boxes();
        }

        @Override
        public void add(int box, long[] set) {
            boxes[box] += OwnerSet.count(set);
        }

        @Override
        public void addBoth(int box, long[] one, long[] other) {
            boxes[box] += OwnerSet.countBoth(one, other);
        }

        @Override
        public void addExcept(int box, long[] set, long[] without) {
            boxes[box] += OwnerSet.countExcept(set, without);
        }

        @Override
        public void add(int box, int owner, long amount) {
            boxes[box] += amount;
        }

        @Override
        public void measure(int histogram, long value, long times) {
            counts.histogram(histogram).add(value, times);
        }

        @Override
        public Sums under(String label) {
            return parts.computeIfAbsent(label, name -> new Sums(counts.under(name)));
        }
    }
}
