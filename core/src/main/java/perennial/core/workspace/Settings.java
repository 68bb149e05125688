package perennial.core.workspace;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import perennial.core.calendar.Calendar;
import perennial.core.event.StandardNames;

/// How the data of one workspace is to be read.
///
/// - `zone`, `weekStart`: local dates, weeks, and times that come without a zone.
/// - `currency`: of values that come without one.
/// - `lifeStart`, `lifeEnd`: names of events that begin and end a contract; none of them in both.
/// - `passive`: names of events that the customer did not cause, which are no activity.
///
/// Names keep their order and lose their repeats.
public record Settings(
        String name,
        ZoneId zone,
        DayOfWeek weekStart,
        Currency currency,
        List<String> lifeStart,
        List<String> lifeEnd,
        List<String> passive) {

    /// UTC, weeks from Monday, US dollars, the standard names.
    public static Settings standard(String name) {
        return new Settings(
                name,
                ZoneId.of("UTC"),
                DayOfWeek.MONDAY,
                Currency.getInstance("USD"),
                StandardNames.LIFE_START,
                StandardNames.LIFE_END,
                StandardNames.PASSIVE);
    }

    public Settings {
        name = requireText("workspace name", name);
        if (zone instanceof ZoneOffset && !zone.equals(ZoneOffset.UTC)) {
            throw new IllegalArgumentException("Zone " + zone
                    + " is a fixed offset, which knows no daylight saving; give a region such as Europe/Berlin or UTC");
        }
        lifeStart = names("life start", lifeStart);
        lifeEnd = names("life end", lifeEnd);
        passive = names("passive", passive);
        Set<String> both = new HashSet<>(lifeStart);
        both.retainAll(lifeEnd);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("Event \"" + both.iterator().next()
                    + "\" is named as start and as end of a life; it can be one of them");
        }
    }

    /// Its local time.
    public Calendar calendar() {
        return new Calendar(zone, weekStart);
    }

    public Settings withZone(ZoneId newZone) {
        return new Settings(name, newZone, weekStart, currency, lifeStart, lifeEnd, passive);
    }

    public Settings withWeekStart(DayOfWeek newWeekStart) {
        return new Settings(name, zone, newWeekStart, currency, lifeStart, lifeEnd, passive);
    }

    public Settings withCurrency(Currency newCurrency) {
        return new Settings(name, zone, weekStart, newCurrency, lifeStart, lifeEnd, passive);
    }

    public Settings withLives(List<String> starts, List<String> ends) {
        return new Settings(name, zone, weekStart, currency, starts, ends, passive);
    }

    public Settings withPassive(List<String> newPassive) {
        return new Settings(name, zone, weekStart, currency, lifeStart, lifeEnd, newPassive);
    }

    private static List<String> names(String what, List<String> names) {
        return names.stream()
                .map(each -> requireText(what + " event name", each))
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
