package perennial.server.web.rules;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import perennial.core.event.Role;
import perennial.core.workspace.Settings;
import perennial.server.web.Page;

/// The rules in force.
///
/// @param kept for how long events are kept, in a sentence
/// @param mayChange whether who looks may change them
/// @param typed the filter that could not be saved; blank without one
/// @param fault why something was not changed
public record RulesView(
        Page page,
        Settings settings,
        List<Filter> filters,
        String kept,
        boolean mayChange,
        Filter typed,
        Optional<String> fault) {
    /// @param leftOut how many events it leaves out that no filter before it does
    public record Filter(String name, String condition, String leftOut) {
        static final Filter NONE = new Filter("", "", "");
    }

    public String weekStart() {
        return word(settings.weekStart());
    }

    public List<String> days() {
        return Arrays.stream(DayOfWeek.values()).map(RulesView::word).toList();
    }

    private static String word(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    public List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    /// The event names of a role, one a line.
    public String names(Role role) {
        return String.join("\n", settings.names(role));
    }
}
