package perennial.server.web.data;

import java.util.List;
import java.util.stream.Stream;
import perennial.core.event.Role;
import perennial.server.web.Page;
import perennial.store.event.EventCatalogue.NamedEvents;

/// The names of events there are.
///
/// @param events how many there are in all
/// @param hidden how many names are left out of the list
/// @param showsHidden whether those are listed too
public record EventsView(Page page, List<Row> rows, String events, long hidden, boolean showsHidden) {
    /// The events of a name.
    ///
    /// @param people how many did any
    /// @param marks what they mean, in words
    /// @param weeks how many in each of the last
    public record Row(
            String name,
            String address,
            String description,
            String events,
            String people,
            String first,
            String last,
            List<String> marks,
            List<String> sentAs,
            Bars weeks) {}

    /// What events mean, in words: nothing where they are activity without a role.
    static List<String> marks(NamedEvents events) {
        return Stream.of(
                        Stream.of("no activity").filter(_ -> !events.isActivity()),
                        events.roles().stream()
                                .filter(role -> role != Role.PASSIVE)
                                .map(Role::toString),
                        Stream.of("hidden").filter(_ -> events.isHidden()))
                .flatMap(words -> words)
                .toList();
    }

    /// How many names there are, listed or not.
    public long names() {
        return rows.size() + (showsHidden ? 0 : hidden);
    }
}
