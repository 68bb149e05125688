package perennial.core.retention;

import java.util.HashMap;
import java.util.Map;
import perennial.core.history.EventFilter;
import perennial.core.history.Group;
import perennial.core.history.Grouping;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;

/// Counts one shard by calendar periods, on sets: who entered in one period AND who was back in another.
final class CalendarRetention {
    private final Retention retention;
    private final Shard shard;
    private final int words;
    private final long[][] once;
    private final long[][] back;
    private final long[][] everAfter;

    CalendarRetention(Retention retention, Shard shard) {
        this.retention = retention;
        this.shard = shard;
        words = shard.members().length;
        once = shard.active(retention.back(), retention.all(), 1);
        back = retention.leastEvents() == 1
                ? once
                : shard.active(retention.back(), retention.all(), retention.leastEvents());
        boolean isOpen = retention.windows().stream().anyMatch(window -> window.last() == ReturnWindow.NEVER);
        everAfter = isOpen ? suffixUnions(back) : back;
    }

    private static long[][] suffixUnions(long[][] sets) {
        var unions = new long[sets.length][];
        for (int i = sets.length - 1; i >= 0; i--) {
            unions[i] = sets[i].clone();
            if (i + 1 < sets.length) {
                OwnerSet.or(unions[i], unions[i + 1]);
            }
        }
        return unions;
    }

    void count(Tallies tallies) {
        if (retention.cohorts() == 0) {
            return;
        }
        entries().forEach((group, cohorts) -> {
            Tally tally = tallies.of(group);
            for (int cohort = 0; cohort < cohorts.length; cohort++) {
                count(tally, cohort, cohorts[cohort]);
            }
        });
    }

    private void count(Tally tally, int cohort, long[] entered) {
        tally.add(retention.size(cohort), entered);
        for (int column = 0; column < retention.windows().size(); column++) {
            ReturnWindow window = retention.windows().get(column);
            if (cohort + window.first() < back.length) {
                tally.addBoth(retention.returned(cohort, column), entered, returned(cohort, window));
            }
        }
    }

    /// Who returned within a window after a cohort's period. The period of entry needs one event only.
    private long[] returned(int cohort, ReturnWindow window) {
        int first = cohort + window.first();
        if (window.first() > 0 && window.last() == window.first()) {
            return back[first];
        }
        if (window.first() > 0 && window.last() == ReturnWindow.NEVER) {
            return everAfter[first];
        }
        long[] union = window.first() == 0 ? once[cohort].clone() : new long[words];
        int next = Math.max(first, cohort + 1);
        if (window.last() == ReturnWindow.NEVER) {
            if (next < back.length) {
                OwnerSet.or(union, everAfter[next]);
            }
        } else {
            for (int period = next; period < back.length && period - cohort <= window.last(); period++) {
                OwnerSet.or(union, back[period]);
            }
        }
        return union;
    }

    /// By group and cohort, who entered.
    private Map<Group, long[][]> entries() {
        boolean isPlain = retention.by() instanceof Grouping.None && retention.entry() != Entry.FIRST_EVER;
        return isPlain ? Map.of(Group.NONE, plainEntries()) : readEntries();
    }

    private long[][] plainEntries() {
        var periods = retention.scope().periods();
        long[][] active = shard.active(retention.start(), periods, 1);
        if (retention.entry() == Entry.FIRST) {
            long[] seen = shard.activeBefore(retention.start(), periods);
            for (int cohort = 0; cohort < active.length; cohort++) {
                long[] now = active[cohort];
                active[cohort] = OwnerSet.except(now, seen);
                OwnerSet.or(seen, now);
            }
        }
        return active;
    }

    private Map<Group, long[][]> readEntries() {
        EventFilter filter = shard.filter(retention.start());
        var reader = new EntryReader(retention, shard, filter);
        var by = shard.groups(retention.by());
        Map<Group, long[][]> groups = new HashMap<>();
        OwnerSet.forEach(
                shard.members(),
                owner -> reader.read(owner, (cohort, at) -> {
                    long[][] cohorts = groups.computeIfAbsent(by.of(owner, at), group -> {
                        return new long[retention.cohorts()][words];
                    });
                    OwnerSet.add(cohorts[cohort], owner);
                }));
        return groups;
    }
}
