package perennial.server.web.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import perennial.core.event.Role;
import perennial.server.web.Page;

/// The events of one name: what they carry, and what is decided about them.
///
/// @param roles that they have
/// @param isHidden whether lists leave them out
/// @param sentAs the other names that some came with
/// @param properties those most of them have first
/// @param looked how many of the newest were looked at; empty if all were
/// @param showsExamples whether who looks may see values, which may name people
/// @param names of other events, with which these can be merged
/// @param mayChange whether who looks may decide
/// @param fault why something was not changed
public record EventView(
        Page page,
        EventsView.Row event,
        Set<Role> roles,
        boolean isHidden,
        List<Property> properties,
        Optional<String> looked,
        boolean showsExamples,
        List<String> names,
        boolean mayChange,
        Optional<String> fault) {
    /// @param share of the events that have it
    /// @param different how many values there are
    public record Property(String name, String share, String types, String different, String examples) {}

    /// All roles but the one that says it is no activity.
    public List<Role> meanings() {
        return Stream.of(Role.values()).filter(role -> role != Role.PASSIVE).toList();
    }

    public boolean isActivity() {
        return !roles.contains(Role.PASSIVE);
    }
}
