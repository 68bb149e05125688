package perennial.core.workspace;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import perennial.core.calendar.Calendar;
import perennial.core.channel.Channels;
import perennial.core.event.Role;

/// How the data of one workspace is to be read.
///
/// - `zone`, `weekStart`: local dates, weeks, and times that come without a zone.
/// - `currency`: of values that come without one.
/// - `roles`: which event names mean what; a role that is not there has its standard names. No name both starts and
///   ends a life.
/// - `channels`: the rules that name the channel of a session.
///
/// Names keep their order and lose their repeats.
public record Settings(
        String name,
        ZoneId zone,
        DayOfWeek weekStart,
        Currency currency,
        Map<Role, List<String>> roles,
        Channels channels) {

    /// UTC, weeks from Monday, US dollars, the standard names.
    public static Settings standard(String name) {
        return new Settings(
                name, ZoneId.of("UTC"), DayOfWeek.MONDAY, Currency.getInstance("USD"), Map.of(), Channels.standard());
    }

    public Settings {
        name = requireText("workspace name", name);
        if (zone instanceof ZoneOffset && !zone.equals(ZoneOffset.UTC)) {
            throw new IllegalArgumentException("Zone " + zone
                    + " is a fixed offset, which knows no daylight saving; give a region such as Europe/Berlin or UTC");
        }
        var all = new EnumMap<Role, List<String>>(Role.class);
        for (Role role : Role.values()) {
            all.put(role, names(role, roles.getOrDefault(role, role.standardNames())));
        }
        roles = Map.copyOf(all);
        Set<String> both = new HashSet<>(all.get(Role.LIFE_START));
        both.retainAll(all.get(Role.LIFE_END));
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("Event \"" + both.iterator().next()
                    + "\" is named as start and as end of a life; it can be one of them");
        }
    }

    /// The zone of this name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no time zone; give a region such as Europe/Berlin, or UTC", e);
        }
    }

    /// The day of the week of this name, in any case.
    ///
    /// @throws IllegalArgumentException if there is none
    public static DayOfWeek weekStart(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name
                        + "\" is no day of the week; choose one of monday, tuesday, wednesday, thursday, friday, saturday,"
                        + " sunday"));
    }

    /// The currency of this code, in any case.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Currency currency(String code) {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + code + "\" is no currency; give a code such as EUR", e);
        }
    }

    /// Its local time.
    public Calendar calendar() {
        return new Calendar(zone, weekStart);
    }

    /// The event names with a role.
    public List<String> names(Role role) {
        return roles.getOrDefault(role, List.of());
    }

    public Settings withName(String newName) {
        return new Settings(newName, zone, weekStart, currency, roles, channels);
    }

    public Settings withZone(ZoneId newZone) {
        return new Settings(name, newZone, weekStart, currency, roles, channels);
    }

    public Settings withWeekStart(DayOfWeek newWeekStart) {
        return new Settings(name, zone, newWeekStart, currency, roles, channels);
    }

    public Settings withCurrency(Currency newCurrency) {
        return new Settings(name, zone, weekStart, newCurrency, roles, channels);
    }

    public Settings withNames(Role role, List<String> newNames) {
        var changed = new EnumMap<Role, List<String>>(roles);
        changed.put(role, newNames);
        return new Settings(name, zone, weekStart, currency, changed, channels);
    }

    public Settings withChannels(Channels newChannels) {
        return new Settings(name, zone, weekStart, currency, roles, newChannels);
    }

    private static List<String> names(Role role, List<String> names) {
        return names.stream()
                .map(each -> requireText(role + " event name", each))
                .distinct()
                .toList();
    }

    private static String requireText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is empty; give it at least one letter");
        }
        return text.strip();
    }
}
