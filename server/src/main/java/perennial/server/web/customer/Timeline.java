package perennial.server.web.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import perennial.server.web.Figures;
import perennial.server.web.customer.TimelineView.Day;
import perennial.server.web.customer.TimelineView.Entry;
import perennial.server.web.customer.TimelineView.Moment;
import perennial.store.customer.TimelinePage.Cursor;
import perennial.store.json.Json;

/// Makes days of events: like events that follow each other are one entry, and long silence is one line.
record Timeline(ZoneId zone, Optional<String> event, Optional<Cursor> before) {
    private static final int QUIET_DAYS = 7;
    private static final int DETAILS = 4;
    private static final int DETAIL_LENGTH = 80;

    /// @param events as the API lists them, the newest first
    List<Day> days(List<Json.Object> events) {
        List<Day> days = new ArrayList<>();
        Optional<LocalDate> above = before.map(place -> day(Instant.ofEpochMilli(place.timeMs())));
        int from = 0;
        while (from < events.size()) {
            LocalDate day = day(time(events.get(from)));
            int until = from;
            while (until < events.size() && day(time(events.get(until))).equals(day)) {
                until++;
            }
            days.add(new Day(
                    Figures.weekday(day),
                    above.flatMap(later -> quiet(day, later)),
                    entries(events.subList(from, until))));
            above = Optional.of(day);
            from = until;
        }
        return days;
    }

    private Optional<String> quiet(LocalDate day, LocalDate later) {
        long days = ChronoUnit.DAYS.between(day, later) - 1;
        return days < QUIET_DAYS
                ? Optional.empty()
                : Optional.of(event.isEmpty() ? days + " quiet days" : days + " days without this event");
    }

    private List<Entry> entries(List<Json.Object> events) {
        List<Entry> entries = new ArrayList<>();
        int from = 0;
        while (from < events.size()) {
            String name = text(events.get(from), "event");
            int until = from;
            while (until < events.size() && text(events.get(until), "event").equals(name)) {
                until++;
            }
            entries.add(new Entry(
                    name, events.subList(from, until).stream().map(this::moment).toList()));
            from = until;
        }
        return entries;
    }

    private Moment moment(Json.Object event) {
        SortedMap<String, Json> properties =
                event.field("properties").orElse(new Json.Object(new TreeMap<>())) instanceof Json.Object(var fields)
                        ? fields
                        : new TreeMap<>();
        return new Moment(Figures.time(time(event).atZone(zone).toLocalTime()), details(properties), value(properties));
    }

    private static String details(Map<String, Json> properties) {
        return properties.entrySet().stream()
                .filter(each -> !each.getKey().equals("value") && !each.getKey().equals("currency"))
                .limit(DETAILS)
                .map(each -> each.getKey() + " " + shortened(shown(each.getValue())))
                .collect(Collectors.joining(" · "));
    }

    private static String shortened(String text) {
        return text.length() <= DETAIL_LENGTH ? text : text.substring(0, DETAIL_LENGTH) + "…";
    }

    /// A JSON value as people read it.
    static String shown(Json value) {
        return value instanceof Json.Text(String text) ? text : value.text();
    }

    private static Optional<String> value(Map<String, Json> properties) {
        if (!(properties.get("value") instanceof Json.Number(String literal))
                || !literal.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")) {
            return Optional.empty();
        }
        var amount = new BigDecimal(literal);
        if (!(properties.get("currency") instanceof Json.Text(String code))) {
            return Optional.of(Figures.real(amount.doubleValue()));
        }
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .map(currency -> Figures.money(amount, currency));
    }

    private LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    private static Instant time(Json.Object event) {
        return Instant.parse(text(event, "timestamp"));
    }

    private static String text(Json.Object event, String field) {
        return event.field(field).map(Timeline::shown).orElse("");
    }
}
