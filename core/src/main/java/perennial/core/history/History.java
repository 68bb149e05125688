package perennial.core.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import perennial.core.calendar.Calendar;
import perennial.core.customer.Owner;
import perennial.core.event.Role;
import perennial.core.selection.Condition;
import perennial.core.workspace.Settings;

/// All timelines of one unit, as of one instant: what a question is put to.
///
/// It consists of parts with disjoint live owners (the base, and the owners touched since), cut into shards.
public final class History {
    /// The hidden property with the time an event was received, in milliseconds.
    public static final String RECEIVED = "$received";

    /// A list to choose from is no longer.
    private static final int LONGEST_LIST = 100;

    private final Settings settings;
    private final Calendar calendar;
    private final List<String> names;
    private final Map<String, Integer> codes;
    private final boolean[] isPassive;
    private final List<Part> parts;
    private final OptionalLong firstTime;
    private final OptionalLong lastTime;
    private final Segments segments;
    private final Terms terms;
    private final Object edition;
    private final long asOf;
    private final int firstCutDay;
    private final int lastDay;
    private final List<Shard> shards;

    /// What of the history counts.
    ///
    /// @param members by shard, if not all count
    /// @param entering who counts at an entry event
    private record Terms(
            OptionalLong asOf, OptionalLong knownAt, Optional<List<long[]>> members, Optional<Membership> entering) {
        static final Terms ALL =
                new Terms(OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());

        Optional<long[]> members(int shard) {
            return members.map(sets -> sets.get(shard));
        }
    }

    /// The history of all that is stored, as of the end of the local day of its newest event.
    ///
    /// @param names event names by code
    /// @param segments reads what segments mean
    public History(Settings settings, List<String> names, List<Part> parts, Segments segments) {
        this(settings, settings.calendar(), names, parts, segments, first(parts), last(parts), Terms.ALL, new Object());
    }

    private History(
            Settings settings,
            Calendar calendar,
            List<String> names,
            List<Part> parts,
            Segments segments,
            OptionalLong firstTime,
            OptionalLong lastTime,
            Terms terms,
            Object edition) {
        this.settings = settings;
        this.calendar = calendar;
        this.names = List.copyOf(names);
        this.parts = List.copyOf(parts);
        this.segments = segments;
        this.firstTime = firstTime;
        this.lastTime = lastTime;
        this.terms = terms;
        this.edition = edition;
        asOf = terms.asOf().orElse(lastTime.isEmpty() ? 0 : calendar.startOf(calendar.dayOf(lastTime.getAsLong()) + 1));
        firstCutDay = isCut() ? calendar.firstDayFrom(asOf) : Integer.MAX_VALUE;
        lastDay = calendar.lastDayBefore(asOf);
        codes = new HashMap<>();
        isPassive = new boolean[names.size()];
        for (int code = 0; code < names.size(); code++) {
            codes.put(names.get(code), code);
            isPassive[code] = settings.names(Role.PASSIVE).contains(names.get(code));
        }
        shards = new ArrayList<>();
        for (Part part : parts) {
            for (int number = 0; number < part.shards(); number++) {
                shards.add(new Shard(this, part, number, terms.members(shards.size())));
            }
        }
    }

    private History on(Terms newTerms) {
        return new History(settings, calendar, names, parts, segments, firstTime, lastTime, newTerms, edition);
    }

    /// The same history judged at another instant, in milliseconds: events at or after it do not count.
    public History asOf(long instant) {
        return on(new Terms(OptionalLong.of(instant), terms.knownAt(), terms.members(), terms.entering()));
    }

    /// The same history without the events received after an instant, in milliseconds.
    public History knownAt(long instant) {
        return on(new Terms(OptionalLong.of(asOf), OptionalLong.of(instant), terms.members(), terms.entering()));
    }

    /// The same history in another local time, as of the same time of the clock there.
    public History in(Calendar other) {
        long there = other.instantOf(calendar.local(asOf));
        return new History(
                settings,
                other,
                names,
                parts,
                segments,
                firstTime,
                lastTime,
                new Terms(OptionalLong.of(there), terms.knownAt(), terms.members(), terms.entering()),
                edition);
    }

    /// The same history of some owners alone: a set for each shard.
    public History within(List<long[]> members) {
        return on(new Terms(terms.asOf(), terms.knownAt(), Optional.of(members), terms.entering()));
    }

    /// The same history, of which only those entries count whose owner is in a segment when it enters.
    public History entering(Membership membership) {
        return on(new Terms(terms.asOf(), terms.knownAt(), terms.members(), Optional.of(membership)));
    }

    private static OptionalLong first(List<Part> parts) {
        return parts.stream().flatMapToLong(part -> part.firstTime().stream()).min();
    }

    private static OptionalLong last(List<Part> parts) {
        return parts.stream().flatMapToLong(part -> part.lastTime().stream()).max();
    }

    public Calendar calendar() {
        return calendar;
    }

    /// How the workspace reads its data.
    public Settings settings() {
        return settings;
    }

    public List<Shard> shards() {
        return shards;
    }

    /// The shard that answers for an owner; empty if nobody counts under this id.
    public Optional<Shard> shardOf(Owner owner) {
        int first = 0;
        for (Part part : parts) {
            OptionalInt number = part.number(owner);
            if (number.isPresent()) {
                Shard shard = shards.get(first + number.getAsInt() / Shard.OWNERS);
                if (shard.number(owner).isPresent()) {
                    return Optional.of(shard);
                }
            }
            first += part.shards();
        }
        return Optional.empty();
    }

    /// The same of histories that are read from the same timelines: what was found out of who is in one holds for the
    /// other.
    public Object edition() {
        return edition;
    }

    /// When the first event happened, in milliseconds; empty without any.
    public OptionalLong firstTime() {
        return firstTime;
    }

    /// When the last event happened, in milliseconds, be it after the as-of instant; empty without any.
    public OptionalLong lastTime() {
        return lastTime;
    }

    /// The instant at which states and maturity are judged, in milliseconds.
    public long asOf() {
        return asOf;
    }

    public List<String> names() {
        return names;
    }

    /// The code of an event name, -1 if no event has it.
    int code(String name) {
        return codes.getOrDefault(name, -1);
    }

    /// By name code: not caused by the customer. Not to be changed.
    public boolean[] isPassive() {
        return isPassive;
    }

    /// Whether its local dates are those of the workspace, by which activity days are kept.
    boolean isAtHome() {
        return calendar.zone().equals(settings.zone());
    }

    /// Whether there are events at or after the as-of instant, which do not count.
    public boolean isCut() {
        return lastTime.isPresent() && lastTime.getAsLong() >= asOf;
    }

    /// The first local date with events that do not count because they are at or after the as-of instant; of the dates
    /// before it, all events count.
    int firstCutDay() {
        return firstCutDay;
    }

    /// The last local date on which an event may count.
    int lastDay() {
        return lastDay;
    }

    /// What a segment's text means.
    public Segments segments() {
        return segments;
    }

    /// A grouping of this history's entries: the same, or where entries count in a segment alone, within it.
    public Grouping ofEntries(Grouping by) {
        return terms.entering()
                .<Grouping>map(membership -> new Grouping.Within(by, membership))
                .orElse(by);
    }

    /// What every event must fulfil when only those known by an instant count.
    Optional<Condition> knownCondition() {
        return terms.knownAt().isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition.Compare(
                        RECEIVED,
                        Condition.Operator.AT_MOST,
                        String.valueOf(terms.knownAt().getAsLong())));
    }

    /// The names of all traits, in order.
    public List<String> traitNames() {
        var all = new TreeSet<String>();
        parts.forEach(part -> all.addAll(part.traitNames()));
        return List.copyOf(all);
    }

    /// Some of the values that a trait has or had, in order.
    public List<String> traitValues(String name, int most) {
        return parts.stream()
                .flatMap(part -> part.trait(name).stream())
                .flatMap(trait -> trait.dictionary().stream().skip(1))
                .distinct()
                .limit(most)
                .sorted()
                .toList();
    }

    /// Whether the values of a trait or a property tell who is who: one looks like an e-mail address; or
    /// there are many, about as many as people, who for most values of a property are one each; or each is of
    /// one person alone, if there are few. A property is read only where no trait has the name.
    ///
    /// @param by its name, or that after `trait:` or `property:`
    public boolean tellsWho(String by) {
        String name = by.replaceFirst("^(trait|property):", "");
        boolean isTrait = !by.startsWith("property:") && traitNames().contains(name);
        List<Spread.Values> values = parts.stream()
                .flatMap(part -> (isTrait ? Spread.ofTrait(part, name) : Spread.ofProperty(part, name)).stream())
                .toList();
        return isTrait && isOfMany(values)
                || values.stream().flatMap(each -> each.dictionary().stream()).anyMatch(value -> value.contains("@"))
                || Spread.of(values).tellsWho();
    }

    /// Whether a trait has about as many values as there are people, be they of several.
    private boolean isOfMany(List<Spread.Values> trait) {
        long people = parts.stream().mapToLong(Part::owners).sum();
        int values =
                trait.stream().mapToInt(each -> each.dictionary().size()).max().orElse(1);
        return Spread.isOfMany(values - 1, people);
    }

    /// Whether the values of a property seem to be words that people wrote, not chosen from a list: there are too
    /// many, or one looks like an address.
    public boolean isFreeText(String property) {
        List<String> values = parts.stream()
                .flatMap(part -> part.property(property).stream())
                .flatMap(column -> column.dictionary().stream().skip(1))
                .distinct()
                .toList();
        return values.size() > LONGEST_LIST || values.stream().anyMatch(value -> value.contains("@"));
    }

    /// Whether any event has a property of this name.
    public boolean hasProperty(String name) {
        return parts.stream().anyMatch(part -> part.property(name).isPresent());
    }

    /// The names of the properties of the newest events, in order.
    public List<String> propertyNames() {
        var all = new TreeSet<String>();
        parts.forEach(part -> all.addAll(part.propertyNames()));
        return List.copyOf(all);
    }
}
