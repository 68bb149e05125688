package perennial.core.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.calendar.Every;
import perennial.core.calendar.Periods;
import perennial.core.customer.Owner;
import perennial.core.selection.Selection;

/// A block of up to [#OWNERS] owners that is counted as one piece of work. Owners have local numbers from 0.
public final class Shard {
    /// So many that the sets of a year of days stay in a core's second-level cache (2 KB a day).
    public static final int OWNERS = 1 << 14;

    private static final long DAY_MILLIS = 86_400_000;

    private final History history;
    private final Part part;
    private final int number;
    private final int size;
    private final long[] members;

    Shard(History history, Part part, int number) {
        this.history = history;
        this.part = part;
        this.number = number;
        size = Math.min(OWNERS, part.owners() - number * OWNERS);
        members = OwnerSet.empty(size);
        for (int owner = 0; owner < size; owner++) {
            if (part.isWhole() || part.isLive(number * OWNERS + owner)) {
                OwnerSet.add(members, owner);
            }
        }
    }

    public History history() {
        return history;
    }

    public Timelines timelines() {
        return part.timelines();
    }

    /// How many owners it spans; those that are not [#members()] are not to be counted.
    public int size() {
        return size;
    }

    /// The owners to count. Not to be changed.
    public long[] members() {
        return members;
    }

    /// Position of the owner's first event.
    public long from(int owner) {
        return part.timelines().from(number * OWNERS + owner);
    }

    /// Position after the owner's last event before the as-of instant.
    public long until(int owner) {
        long until = part.timelines().until(number * OWNERS + owner);
        return history.isCut() ? part.timelines().lowerBound(from(owner), until, history.asOf()) : until;
    }

    /// Position of the owner's first event at or after an instant, in milliseconds.
    public long firstFrom(int owner, long millis) {
        return part.timelines().lowerBound(from(owner), until(owner), millis);
    }

    /// Who the owner of a local number is.
    public Owner owner(int owner) {
        return part.owner(number * OWNERS + owner);
    }

    /// The selection, ready for the events of this shard.
    public EventFilter filter(Selection selection) {
        return EventFilter.of(part, history.names(), history.isPassive(), selection, history.knownCondition());
    }

    /// The events of these names, ready for this shard; empty if no event has any of them, so that nothing needs to be
    /// read for it.
    public Optional<EventFilter> filter(List<String> names) {
        List<Selection.Part> parts = names.stream()
                .filter(history.names()::contains)
                .flatMap(name -> Selection.named(name).parts().stream())
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(filter(new Selection(parts)));
    }

    /// The property of this name; empty if no event of this part of the history has it.
    public Optional<Column> property(String name) {
        return part.property(name);
    }

    /// Something that tells the group of this shard's owners.
    public Grouping.Reader groups(Grouping by) {
        return switch (by) {
            case Grouping.None() -> Grouping.NOBODY;
            case Grouping.ByTrait(String name) ->
                part.trait(name)
                        .map(trait -> Grouping.reader(
                                trait.dictionary(),
                                (owner, at) -> trait.code(
                                        number * OWNERS + owner,
                                        part.timelines().time(at))))
                        .orElse(Grouping.NOBODY);
            case Grouping.ByProperty(String name) ->
                part.property(name)
                        .map(column -> Grouping.reader(column.dictionary(), (owner, at) -> column.code(at)))
                        .orElse(Grouping.NOBODY);
        };
    }

    /// The members by group, judged at each one's first event of a selection; who has none is in no group. Without
    /// grouping, all members in the group without a value.
    public Map<Group, long[]> split(Grouping by, Selection entry) {
        if (by instanceof Grouping.None) {
            return Map.of(Group.NONE, members);
        }
        EventFilter filter = filter(entry);
        Grouping.Reader reader = groups(by);
        Map<Group, long[]> groups = new HashMap<>();
        OwnerSet.forEach(members, owner -> {
            long at = first(filter, owner);
            if (at >= 0) {
                OwnerSet.add(groups.computeIfAbsent(reader.of(owner, at), name -> OwnerSet.empty(size)), owner);
            }
        });
        return groups;
    }

    /// Position of the owner's first event that passes, or -1.
    public long first(EventFilter filter, int owner) {
        return first(filter, owner, until(owner));
    }

    /// The same among the events before a position.
    public long first(EventFilter filter, int owner, long until) {
        for (long at = from(owner); at < until; at++) {
            if (filter.test(at)) {
                return at;
            }
        }
        return -1;
    }

    /// For each period the members with at least `least` events of the selection in it.
    public long[][] active(Selection selection, Periods periods, int least) {
        if (least > 1 || periods.every() == Every.HOUR) {
            return countedActive(selection, periods, least);
        }
        var sets = new long[periods.count()][];
        for (int period = 0; period < sets.length; period++) {
            sets[period] = active(selection, periods.day(period), periods.day(period + 1));
        }
        return sets;
    }

    /// The members with an event of the selection on a local date of `[fromDay, untilDay)`.
    public long[] active(Selection selection, int fromDay, int untilDay) {
        long[] set = OwnerSet.empty(size);
        for (Days days : days(selection)) {
            days.days.or(days.name, fromDay, untilDay, set);
        }
        OwnerSet.and(set, members);
        return set;
    }

    /// The members with an event of the selection before the first of the periods.
    public long[] activeBefore(Selection selection, Periods periods) {
        if (periods.every() != Every.HOUR) {
            return active(selection, Integer.MIN_VALUE, periods.day(0));
        }
        long[] set = OwnerSet.empty(size);
        EventFilter filter = filter(selection);
        OwnerSet.forEach(members, owner -> {
            long at = first(filter, owner);
            if (at >= 0 && timelines().time(at) < periods.start(0)) {
                OwnerSet.add(set, owner);
            }
        });
        return set;
    }

    private long[][] countedActive(Selection selection, Periods periods, int least) {
        var sets = new long[periods.count()][];
        for (int period = 0; period < sets.length; period++) {
            sets[period] = OwnerSet.empty(size);
        }
        var passing = new Passing(this, filter(selection));
        PeriodReader reader = new PeriodReader(periods);
        int[] counts = new int[periods.count()];
        int[] touched = new int[periods.count()];
        OwnerSet.forEach(members, owner -> {
            // A day to each side: in rare zones local dates do not follow the order of time.
            long first = firstFrom(owner, periods.start(0) - DAY_MILLIS);
            long last = timelines().lowerBound(first, until(owner), periods.start(periods.count()) + DAY_MILLIS);
            passing.read(first, last);
            int periodsTouched = 0;
            for (int i = 0; i < passing.count(); i++) {
                int period = reader.of(passing.second(i));
                if (period >= 0) {
                    if (counts[period]++ == 0) {
                        touched[periodsTouched++] = period;
                    }
                    if (counts[period] == least) {
                        OwnerSet.add(sets[period], owner);
                    }
                }
            }
            for (int i = 0; i < periodsTouched; i++) {
                counts[touched[i]] = 0;
            }
        });
        return sets;
    }

    /// Where the days of one alternative of a selection are kept.
    private record Days(ActivityDays days, int name) {}

    private Iterable<Days> days(Selection selection) {
        boolean isPlain =
                selection.parts().stream().allMatch(each -> each.condition().isEmpty())
                        && history.knownCondition().isEmpty();
        if (isPlain && !history.isCut()) {
            ActivityDays kept = part.days(number);
            return selection.parts().stream()
                    .map(each -> new Days(kept, each.name().map(history::code).orElse(ActivityDays.ANY)))
                    .toList();
        }
        String which =
                selection + " known " + history.knownCondition() + (history.isCut() ? " before " + history.asOf() : "");
        ActivityDays made = part.selectedDays().get(which, number, () -> passOver(selection));
        return List.of(new Days(made, ActivityDays.ANY));
    }

    private ActivityDays passOver(Selection selection) {
        return new ActivityDays(ActivityDaysBuilder.of(this, history.calendar(), filter(selection)));
    }
}
