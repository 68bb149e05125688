package perennial.core.history;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import perennial.core.calendar.Calendar;
import perennial.core.calendar.LocalDays;

/// Makes the [ActivityDays] of one shard in two passes over its timelines: count the owners of each set, then write
/// them. Owners come in ascending order, so a set is complete and sorted when the second pass ends. All events are
/// there, whatever the as-of instant of the shard.
public final class ActivityDaysBuilder {
    /// How one event counts.
    public interface Slots {
        /// The slot of its own, or -1.
        int own(long at);

        /// Whether it also counts as activity.
        boolean isActivity(long at);
    }

    private final Shard shard;
    private final LocalDays localDays;
    private final Slots slots;
    private final int[] slotNames;
    private int firstDay;
    private int days;
    private int[] lastOwner = new int[0];

    /// @param slotNames the names that get a slot, ascending; [Slots#own] gives an index into it. If the last is
    ///     [ActivityDays#ANY], activity is collected there
    private ActivityDaysBuilder(Shard shard, Calendar calendar, int[] slotNames, Slots slots) {
        this.shard = shard;
        this.localDays = calendar.localDays();
        this.slotNames = slotNames;
        this.slots = slots;
    }

    /// The block for each event name of the shard and for any activity.
    ///
    /// @param isPassive by name code: not caused by the customer
    public static MemorySegment all(Shard shard, Calendar calendar, boolean[] isPassive) {
        Timelines timelines = shard.timelines();
        int[] slotOf = new int[isPassive.length];
        for (int owner = 0; owner < shard.size(); owner++) {
            for (long at = shard.from(owner); at < shard.end(owner); at++) {
                slotOf[timelines.name(at)] = 1;
            }
        }
        int[] names = new int[isPassive.length + 1];
        int count = 0;
        for (int name = 0; name < slotOf.length; name++) {
            if (slotOf[name] == 1) {
                slotOf[name] = count;
                names[count++] = name;
            }
        }
        names[count++] = ActivityDays.ANY;
        return new ActivityDaysBuilder(shard, calendar, Arrays.copyOf(names, count), new Slots() {
                    @Override
                    public int own(long at) {
                        return slotOf[timelines.name(at)];
                    }

                    @Override
                    public boolean isActivity(long at) {
                        return !isPassive[timelines.name(at)];
                    }
                })
                .build();
    }

    /// The block with one slot, [ActivityDays#ANY], for the events that pass a filter.
    public static MemorySegment of(Shard shard, Calendar calendar, EventFilter filter) {
        return new ActivityDaysBuilder(shard, calendar, new int[] {ActivityDays.ANY}, new Slots() {
                    @Override
                    public int own(long at) {
                        return -1;
                    }

                    @Override
                    public boolean isActivity(long at) {
                        return filter.test(at);
                    }
                })
                .build();
    }

    private MemorySegment build() {
        findDays();
        int buckets = slotNames.length * days;
        lastOwner = new int[buckets];
        int[] counts = new int[buckets];
        Arrays.fill(lastOwner, -1);
        visit((bucket, owner) -> counts[bucket]++);

        int entries = 0;
        for (int count : counts) {
            entries += count > 0 ? 1 : 0;
        }
        long directory =
                words(2L * Integer.BYTES + 2L * Integer.BYTES * slotNames.length + 3L * Integer.BYTES * entries);
        long[] start = new long[buckets];
        long end = directory;
        for (int bucket = 0; bucket < buckets; bucket++) {
            start[bucket] = end;
            end += counts[bucket] > ActivityDays.SPARSE ? Shard.OWNERS / 64 : words(2L * counts[bucket]);
        }
        MemorySegment block = MemorySegment.ofArray(new long[Math.toIntExact(end)]);
        writeDirectory(block, counts, start, entries);
        writeSets(block, counts, start);
        return block;
    }

    private void findDays() {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int owner = 0; owner < shard.size(); owner++) {
            long from = shard.from(owner);
            long until = shard.end(owner);
            if (from < until) {
                // A day to each side: in rare zones the clock has gone back across midnight.
                least = Math.min(least, localDays.dayOf(shard.timelines().second(from)) - 1);
                most = Math.max(most, localDays.dayOf(shard.timelines().second(until - 1)) + 1);
            }
        }
        firstDay = least;
        days = least > most ? 0 : most - least + 1;
    }

    private interface Visitor {
        void visit(int bucket, int owner);
    }

    private void visit(Visitor visitor) {
        Timelines timelines = shard.timelines();
        int any = slotNames.length - 1;
        for (int owner = 0; owner < shard.size(); owner++) {
            long until = shard.end(owner);
            for (long at = shard.from(owner); at < until; at++) {
                int own = slots.own(at);
                boolean isActivity = slots.isActivity(at);
                if (own >= 0 || isActivity) {
                    int day = localDays.dayOf(timelines.second(at)) - firstDay;
                    if (own >= 0) {
                        visitOnce(own * days + day, owner, visitor);
                    }
                    if (isActivity) {
                        visitOnce(any * days + day, owner, visitor);
                    }
                }
            }
        }
    }

    private void visitOnce(int bucket, int owner, Visitor visitor) {
        if (lastOwner[bucket] != owner) {
            lastOwner[bucket] = owner;
            visitor.visit(bucket, owner);
        }
    }

    private void writeDirectory(MemorySegment block, int[] counts, long[] start, int entries) {
        block.setAtIndex(ValueLayout.JAVA_INT, 0, slotNames.length);
        block.setAtIndex(ValueLayout.JAVA_INT, 1, entries);
        int entry = 0;
        for (int slot = 0; slot < slotNames.length; slot++) {
            block.setAtIndex(ValueLayout.JAVA_INT, 2 + 2L * slot, slotNames[slot]);
            block.setAtIndex(ValueLayout.JAVA_INT, 3 + 2L * slot, entry);
            for (int day = 0; day < days; day++) {
                int bucket = slot * days + day;
                if (counts[bucket] > 0) {
                    long at = 2 + 2L * slotNames.length + 3L * entry++;
                    block.setAtIndex(ValueLayout.JAVA_INT, at, firstDay + day);
                    block.setAtIndex(ValueLayout.JAVA_INT, at + 1, counts[bucket]);
                    block.setAtIndex(ValueLayout.JAVA_INT, at + 2, (int) start[bucket]);
                }
            }
        }
    }

    private void writeSets(MemorySegment block, int[] counts, long[] start) {
        Arrays.fill(lastOwner, -1);
        int[] written = new int[counts.length];
        visit((bucket, owner) -> {
            if (counts[bucket] > ActivityDays.SPARSE) {
                long word = start[bucket] + (owner >>> 6);
                block.setAtIndex(
                        ValueLayout.JAVA_LONG, word, block.getAtIndex(ValueLayout.JAVA_LONG, word) | 1L << owner);
            } else {
                block.setAtIndex(ValueLayout.JAVA_SHORT, 4 * start[bucket] + written[bucket]++, (short) owner);
            }
        });
    }

    private static long words(long bytes) {
        return (bytes + Long.BYTES - 1) / Long.BYTES;
    }
}
