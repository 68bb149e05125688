package perennial.core.history;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import perennial.core.calendar.Calendar;
import perennial.core.calendar.Every;
import perennial.core.calendar.LocalDays;
import perennial.core.calendar.Periods;
import perennial.core.customer.Owner;
import perennial.core.selection.Condition;
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

    /// @param among those who count, if not all do
    Shard(History history, Part part, int number, Optional<long[]> among) {
        this(history, part, number);
        for (int owner = 0; !part.isWhole() && owner < size; owner++) {
            if (!part.isLive(number * OWNERS + owner)) {
                OwnerSet.remove(members, owner);
            }
        }
        among.ifPresent(some -> OwnerSet.and(members, some));
    }

    /// All owners that stand there, whether they are to be counted or not.
    private Shard(History history, Part part, int number) {
        this.history = history;
        this.part = part;
        this.number = number;
        size = Math.min(OWNERS, part.owners() - number * OWNERS);
        members = OwnerSet.all(size);
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
        return history.isCut() ? firstFrom(owner, history.asOf()) : end(owner);
    }

    /// Position after the owner's last event, whatever the as-of instant.
    public long end(int owner) {
        return part.timelines().until(number * OWNERS + owner);
    }

    /// Position of the owner's first event at an instant or later, whatever the as-of instant.
    public long firstFrom(int owner, long instant) {
        return part.timelines().lowerBound(from(owner), end(owner), instant);
    }

    /// Who the owner of a local number is.
    public Owner owner(int owner) {
        return part.owner(number * OWNERS + owner);
    }

    /// The local number of an owner; empty if it is not counted here.
    public OptionalInt number(Owner owner) {
        OptionalInt found = part.number(owner);
        int local = found.orElse(-1) - number * OWNERS;
        return found.isPresent() && local >= 0 && local < size && OwnerSet.has(members, local)
                ? OptionalInt.of(local)
                : OptionalInt.empty();
    }

    /// The selection, ready for the events of this shard.
    public EventFilter filter(Selection selection) {
        return EventFilter.of(part, history.names(), history.isPassive(), selection, history.knownCondition());
    }

    /// The events of these names, ready for this shard; empty if no event has any of them, so that nothing needs to be
    /// read for it.
    public Optional<EventFilter> filter(List<String> names) {
        List<String> known = names.stream().filter(history.names()::contains).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(filter(Selection.named(known)));
    }

    /// The property of this name; empty if no event of this part of the history has it.
    public Optional<Column> property(String name) {
        return part.property(name);
    }

    /// Those of these names, by name; what needs several asks for them together, as the first time takes a pass
    /// over all events.
    public Map<String, Column> properties(Collection<String> names) {
        return part.properties(names);
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
            case Grouping.Within(Grouping inner, Membership membership) -> {
                Grouping.Reader reader = groups(inner);
                Membership.Reader segment = membership.in(this);
                yield (owner, at) ->
                        segment.has(owner, part.timelines().time(at)) ? reader.of(owner, at) : Group.OUTSIDE;
            }
        };
    }

    /// The value of a trait in force at an instant, if the owner has one.
    public Optional<String> trait(String name, int owner, long instant) {
        return part.trait(name).flatMap(traits -> {
            int code = traits.code(number * OWNERS + owner, instant);
            return code == Column.ABSENT
                    ? Optional.empty()
                    : Optional.of(traits.dictionary().get(code));
        });
    }

    /// A condition on a trait, ready for the owners of this shard; empty if nobody has the trait.
    public Optional<TraitFilter> filter(Condition.Test trait) {
        return part.trait(trait.name()).map(traits -> new TraitFilter(traits, trait, number * OWNERS));
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
            Group group = at < 0 ? Group.OUTSIDE : reader.of(owner, at);
            if (!group.isOutside()) {
                OwnerSet.add(groups.computeIfAbsent(group, name -> OwnerSet.empty(size)), owner);
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

    /// The members who may have done an event of a selection in `[from, until)`, in milliseconds: all who did, and some
    /// who did not. Conditions, and what is known when, are not looked at, so it costs next to nothing.
    public long[] mayHaveDone(Selection selection, long from, long until) {
        // Days are kept by the zone of the workspace. A day to each side: in rare zones local dates do not follow the
        // order of time.
        Calendar kept = history.settings().calendar();
        int fromDay = kept.dayOf(from) - 1;
        int untilDay = kept.dayOf(until) + 2;
        long[] set = OwnerSet.empty(size);
        for (Days days : keptDays(selection)) {
            days.days.or(days.name, fromDay, untilDay, set);
        }
        OwnerSet.and(set, members);
        return set;
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
        List<Days> all = days(selection);
        all.forEach(days -> days.days.or(days.name, fromDay, Math.min(untilDay, history.firstCutDay()), set));
        int first = Math.max(fromDay, history.firstCutDay());
        int until = Math.min(untilDay, history.lastDay() + 1);
        if (first < until) {
            addBeforeCut(selection, all, first, until, set);
        }
        OwnerSet.and(set, members);
        return set;
    }

    /// On the local dates that the as-of instant cuts, the days say who may have been active; the events say who was.
    private void addBeforeCut(Selection selection, List<Days> all, int firstDay, int untilDay, long[] into) {
        long[] some = OwnerSet.empty(size);
        all.forEach(days -> days.days.or(days.name, firstDay, untilDay, some));
        EventFilter filter = filter(selection);
        LocalDays localDays = history.calendar().localDays();
        OwnerSet.forEach(OwnerSet.except(some, into), owner -> {
            for (long at = until(owner) - 1; at >= from(owner); at--) {
                int day = localDays.dayOf(timelines().second(at));
                if (day < firstDay - 1) {
                    return;
                }
                if (day >= firstDay && day < untilDay && filter.test(at)) {
                    OwnerSet.add(into, owner);
                    return;
                }
            }
        });
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

    /// All that a piece kept of a shard depends on. Of users alone a shard may be smaller than of all visitors, who
    /// share what is made.
    private record Basis(Object of, int size, Optional<Condition> known, ZoneId zone) {}

    /// What is kept of this shard, or `made` now of all its owners, who are members of the shard it is given, and
    /// of all their events, whatever the as-of instant.
    ///
    /// @param of a value that says what is made
    public <P extends Kept.Piece> P kept(Class<P> kind, Object of, Function<Shard, P> made) {
        var basis =
                new Basis(of, size, history.knownCondition(), history.calendar().zone());
        return part.kept().get(kind, basis, number, () -> made.apply(new Shard(history, part, number)));
    }

    /// Where the days of one alternative of a selection are kept.
    private record Days(ActivityDays days, int name) {}

    /// Of all events, also of those that the as-of instant cuts off.
    private List<Days> days(Selection selection) {
        boolean isPlain =
                selection.parts().stream().allMatch(each -> each.condition().isEmpty())
                        && history.knownCondition().isEmpty();
        if (isPlain && history.isAtHome()) {
            return keptDays(selection);
        }
        ActivityDays made = kept(
                ActivityDays.class,
                selection,
                all -> new ActivityDays(ActivityDaysBuilder.of(all, history.calendar(), filter(selection))));
        return List.of(new Days(made, ActivityDays.ANY));
    }

    /// The days on which the names of a selection happened, whatever the conditions.
    private List<Days> keptDays(Selection selection) {
        ActivityDays kept = part.days(number);
        return selection.parts().stream()
                .map(each -> new Days(kept, each.name().map(history::code).orElse(ActivityDays.ANY)))
                .toList();
    }
}
