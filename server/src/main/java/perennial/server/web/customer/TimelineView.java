package perennial.server.web.customer;

import java.util.List;
import java.util.Optional;

/// A page of what somebody did, by local day, the newest first.
///
/// @param event the name that the events bear; empty for all
/// @param names what may be typed there
/// @param newest where the timeline begins, on its other pages
/// @param earlier where the page after this is
public record TimelineView(
        String event, List<String> names, List<Day> days, Optional<String> newest, Optional<String> earlier) {

    /// A day on which something happened.
    ///
    /// @param quiet the stretch between it and the next day shown above, if it is long
    public record Day(String name, Optional<String> quiet, List<Entry> entries) {}

    /// Events of one name, one after the other.
    public record Entry(String name, List<Moment> moments) {
        public Moment newest() {
            return moments.getFirst();
        }

        public boolean isFolded() {
            return moments.size() > 1;
        }
    }

    /// An event.
    ///
    /// @param details some of its properties
    /// @param value what it was worth, if it says so
    public record Moment(String time, String details, Optional<String> value) {}
}
