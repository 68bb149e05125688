package perennial.server.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How an instant reads, such as "1 Mar 2026, 13:00", in local time.
public record Moment(ZoneId zone) {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    public String text(Instant instant) {
        return FORMAT.format(instant.atZone(zone));
    }
}
