package perennial.store.opinion;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.core.random.RawEvent;
import perennial.core.random.RawHistory;
import perennial.core.random.RawLink;
import perennial.core.random.RawTrait;

/// A history told in lines, for tables worked by hand:
///
/// ```
/// ada         | 2026-03-01 2026-03-05  | Opened                     one event of user ada on each of two dates
/// ~x          | 2026-03-01T09:30       | Opened                     visitor x, at a local time
/// ~x=ada@acme | 2026-03-01T09:30+02:00 | Order Completed | {"a":1}  visitor, user and account; properties
/// ada         | 2026-03-01             | plan := "pro"              a trait of user ada (~x: of visitor x, @acme: of
/// the account)
/// x -> ada    | 2026-03-01             | anonymous                  a link
/// ```
///
/// Order of arrival is the order of the lines.
final class Told {
    private final ZoneId zone;
    private final List<RawEvent> events = new ArrayList<>();
    private final List<RawLink> links = new ArrayList<>();
    private final List<RawTrait> traits = new ArrayList<>();
    private long seq = 1;

    private Told(ZoneId zone) {
        this.zone = zone;
    }

    static RawHistory in(String zone, DayOfWeek weekStart, String lines) {
        var told = new Told(ZoneId.of(zone));
        lines.lines().filter(line -> !line.isBlank()).forEach(told::line);
        return new RawHistory(told.zone, weekStart, told.events, told.links, told.traits);
    }

    private void line(String line) {
        String[] cells = line.split("\\s*\\|\\s*", 4);
        String who = cells[0].strip();
        for (String time : cells[1].strip().split(" +")) {
            long millis = millis(time);
            String what = cells[2].strip();
            if (who.contains("->")) {
                String[] ends = who.split("\\s*->\\s*");
                links.add(new RawLink(seq++, what, ends[0], ends[1], millis));
            } else if (what.contains(":=")) {
                String[] sides = what.split("\\s*:=\\s*");
                String kind = who.startsWith("~") ? "visitor" : who.startsWith("@") ? "account" : "user";
                traits.add(new RawTrait(seq++, kind, who.replaceFirst("^[~@]", ""), sides[0], sides[1], millis));
            } else {
                events.add(
                        event(who, millis, what, cells.length > 3 ? Optional.of(cells[3].strip()) : Optional.empty()));
            }
        }
    }

    private RawEvent event(String who, long millis, String name, Optional<String> rest) {
        String[] account = who.split("@", 2);
        String[] ids =
                account[0].startsWith("~") ? account[0].substring(1).split("=", 2) : new String[] {"", account[0]};
        Optional<BigDecimal> value = rest.filter(text -> !text.startsWith("{")).map(BigDecimal::new);
        return new RawEvent(
                seq++,
                given(ids[0]),
                given(ids.length > 1 ? ids[1] : ""),
                given(account.length > 1 ? account[1] : ""),
                millis,
                millis,
                name,
                value,
                rest.filter(text -> text.startsWith("{")));
    }

    private static Optional<String> given(String id) {
        return Optional.of(id).filter(text -> !text.isEmpty());
    }

    private long millis(String time) {
        if (time.matches(".*T.*[+-]\\d\\d:\\d\\d")) {
            return OffsetDateTime.parse(time).toInstant().toEpochMilli();
        }
        var local = time.contains("T")
                ? LocalDateTime.parse(time)
                : LocalDate.parse(time).atTime(12, 0);
        return local.atZone(zone).toInstant().toEpochMilli();
    }
}
