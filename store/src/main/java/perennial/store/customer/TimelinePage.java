package perennial.store.customer;

import java.util.List;
import java.util.Optional;
import perennial.store.json.Json;

/// Some events of somebody, the newest first.
///
/// @param events each in the shape in which it is exported, but by what it is called now
/// @param next where the page after this begins, if there is one
public record TimelinePage(List<Json.Object> events, Optional<Cursor> next) {
    public TimelinePage {
        events = List.copyOf(events);
    }

    /// A place between two events: those before it are older, or as old and arrived earlier.
    public record Cursor(long timeMs, long seq) {
        /// Before all events.
        public static final Cursor NEWEST = new Cursor(Long.MAX_VALUE, Long.MAX_VALUE);

        /// Reads what [#toString] wrote.
        ///
        /// @throws IllegalArgumentException if it is none
        public static Cursor of(String text) {
            String[] parts = text.split("-", 2);
            try {
                return new Cursor(Long.parseLong(parts[0]), Long.parseLong(parts.length > 1 ? parts[1] : ""));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is no place in a timeline; give the \"next\" of the page before", e);
            }
        }

        @Override
        public String toString() {
            return timeMs + "-" + seq;
        }
    }
}
