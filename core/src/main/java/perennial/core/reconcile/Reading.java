package perennial.core.reconcile;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import perennial.core.calendar.Calendar;
import perennial.core.calendar.Every;
import perennial.core.event.Role;
import perennial.core.history.History;
import perennial.core.question.Options;
import perennial.core.selection.Selection;

/// Another way to read the same events: its causes, in words that follow "they", and what changes with it.
///
/// @param replaced options that take the place of ours
record Reading(
        Set<Cause> causes,
        String words,
        Options replaced,
        SetAside aside,
        Optional<ZoneId> zone,
        Optional<DayOfWeek> weekStart) {
    /// As we read.
    static final Reading OURS = of(Set.of(), "", Options.NONE, SetAside.NOTHING);

    /// Zones that many companies and tools keep to, beside UTC.
    private static final List<String> ZONES = List.of(
            "UTC",
            "America/Los_Angeles",
            "America/New_York",
            "America/Sao_Paulo",
            "Europe/London",
            "Europe/Berlin",
            "Asia/Kolkata",
            "Asia/Shanghai",
            "Asia/Tokyo",
            "Australia/Sydney");

    enum Cause {
        ZONE,
        WEEK_START,
        IDENTITY,
        FILTERS,
        PASSIVE,
        ROLLING,
        RULE,
        ARRIVAL
    }

    private static Reading of(Cause cause, String words, Options replaced) {
        return of(Set.of(cause), words, replaced, SetAside.NOTHING);
    }

    private static Reading of(Set<Cause> causes, String words, Options replaced, SetAside aside) {
        return new Reading(causes, words, replaced, aside, Optional.empty(), Optional.empty());
    }

    /// Both at once; nothing if they are two answers to the same question.
    Optional<Reading> and(Reading other) {
        Set<Cause> both = new TreeSet<>(causes);
        boolean areOneRule = aside != SetAside.NOTHING && other.aside != SetAside.NOTHING;
        if (!both.addAll(other.causes) || both.size() < causes.size() + other.causes.size() || areOneRule) {
            return Optional.empty();
        }
        Options all = replaced;
        for (var option : other.replaced.given().entrySet()) {
            all = all.with(option.getKey(), option.getValue().getFirst());
        }
        return Optional.of(new Reading(
                both,
                words + ", and " + other.words,
                all,
                aside == SetAside.NOTHING ? other.aside : aside,
                zone.or(other::zone),
                weekStart.or(other::weekStart)));
    }

    Calendar calendar(Calendar ours) {
        return new Calendar(zone.orElse(ours.zone()), weekStart.orElse(ours.weekStart()));
    }

    /// Our options, changed.
    Options options(Options ours) {
        Options changed = replaced;
        for (var option : ours.given().entrySet()) {
            if (!replaced.isGiven(option.getKey())) {
                for (String value : option.getValue()) {
                    changed = changed.with(option.getKey(), value);
                }
            }
        }
        return changed;
    }

    /// Those worth trying on a history; of two that explain as much, the first is likelier.
    ///
    /// @param filters in force
    /// @param moreZones tried beside those that are common
    /// @param exportedAt when they were counted, if that is known
    static List<Reading> all(
            Metric metric,
            Options ours,
            Every every,
            History history,
            List<String> filters,
            List<ZoneId> moreZones,
            Optional<String> exportedAt) {
        List<Reading> all = new ArrayList<>();
        Calendar calendar = history.calendar();
        Set<String> zones = new LinkedHashSet<>();
        moreZones.forEach(zone -> zones.add(zone.getId()));
        zones.addAll(ZONES);
        zones.stream()
                .filter(zone -> !zone.equals(calendar.zone().getId()))
                .forEach(zone -> all.add(new Reading(
                        Set.of(Cause.ZONE),
                        "cut their days in the zone " + zone,
                        Options.NONE,
                        SetAside.NOTHING,
                        Optional.of(ZoneId.of(zone)),
                        Optional.empty())));
        if (every == Every.WEEK) {
            for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, DayOfWeek.SATURDAY)) {
                if (day != calendar.weekStart()) {
                    all.add(new Reading(
                            Set.of(Cause.WEEK_START),
                            "begin the week on " + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            Options.NONE,
                            SetAside.NOTHING,
                            Optional.empty(),
                            Optional.of(day)));
                }
            }
        }
        if (metric != Metric.EVENTS) {
            for (String unit : List.of("visitor", "user", "customer")) {
                if (!unit.equals(metric.kind().unit(ours).toString())) {
                    all.add(of(Cause.IDENTITY, "count each " + unit + " as one", Options.NONE.with("unit", unit)));
                }
            }
            all.add(of(
                    Set.of(Cause.IDENTITY),
                    "count each id as one, linked to no other",
                    Options.NONE.with("unit", "visitor"),
                    SetAside.LINKS));
            all.add(of(
                    Set.of(Cause.IDENTITY),
                    "count all users ever seen on one device as one",
                    Options.NONE,
                    SetAside.FIRST_USER));
        } else {
            all.add(of(Cause.IDENTITY, "leave out what visitors did", Options.NONE.with("unit", "user")));
        }
        if (!filters.isEmpty()) {
            all.add(of(
                    Set.of(Cause.FILTERS),
                    "count what our filters leave out (" + String.join(", ", filters) + ")",
                    Options.NONE,
                    SetAside.FILTERS));
        }
        passive(metric, ours, history).ifPresent(all::add);
        if (metric == Metric.ACTIVE_USERS && every != Every.DAY && every != Every.WEEK) {
            for (String days : List.of("28", "30")) {
                all.add(of(Cause.ROLLING, "count the last " + days + " days", Options.NONE.with("rolling", days)));
            }
        }
        if (metric == Metric.RETENTION) {
            all.add(of(
                    Cause.RULE,
                    "count a return in period n or any later one",
                    Options.NONE.with("rule", "on-or-after")));
            all.add(of(Cause.RULE, "count each one's own periods of 24 hours", Options.NONE.with("window", "24h")));
        }
        exportedAt.ifPresent(time -> all.add(
                of(Cause.ARRIVAL, "did not have yet what arrived after " + time, Options.NONE.with("known-at", time))));
        return all;
    }

    /// With what the customer did not cause, where any activity is asked for and there is such a thing.
    private static Optional<Reading> passive(Metric metric, Options ours, History history) {
        List<String> names = history.names().stream()
                .filter(history.settings().names(Role.PASSIVE)::contains)
                .sorted()
                .toList();
        boolean isAny = metric.selections().stream()
                .allMatch(option -> ours.texts(option).stream().allMatch("*"::equals));
        if (names.isEmpty() || !isAny) {
            return Optional.empty();
        }
        List<Selection.Part> parts = new ArrayList<>(Selection.ACTIVITY.parts());
        names.forEach(name -> parts.addAll(Selection.named(name).parts()));
        Options with = Options.NONE;
        for (String option : metric.selections()) {
            with = with.with(option, new Selection(parts).toString());
        }
        return Optional.of(of(Cause.PASSIVE, "count passive events such as \"" + names.getFirst() + "\"", with));
    }
}
