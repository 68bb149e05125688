package perennial.core.random;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// A raw event history: what lies in the tables of a workspace, and its local time.
public record RawHistory(
        ZoneId zone, DayOfWeek weekStart, List<RawEvent> events, List<RawLink> links, List<RawTrait> traits) {

    public RawHistory {
        events = List.copyOf(events);
        links = List.copyOf(links);
        traits = List.copyOf(traits);
    }

    /// One fact a line, for the message of a failed law.
    @Override
    public String toString() {
        var text = new StringBuilder(zone + ", weeks from " + weekStart + "\n");
        for (RawEvent event : events) {
            text.append(Instant.ofEpochMilli(event.timeMillis()))
                    .append(' ')
                    .append(event)
                    .append('\n');
        }
        links.forEach(link -> text.append(link).append('\n'));
        traits.forEach(trait -> text.append(trait).append('\n'));
        return text.toString();
    }
}
