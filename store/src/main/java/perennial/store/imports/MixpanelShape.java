package perennial.store.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import perennial.store.json.Json;

/// Events as Mixpanel's raw export writes them and its clients send them; clients send profiles too, see
/// [MixpanelProfile].
final class MixpanelShape implements Shape {
    static final Vocabulary WORDS = Vocabulary.of("""
            $mp_web_page_view = Page Viewed
            $mp_page_leave = Page Left
            $mp_click = Element Used
            $mp_dead_click = Element Clicked In Vain
            $mp_rage_click = Element Clicked In Rage
            $mp_submit = Form Submitted
            $experiment_started = Experiment Viewed
            $ae_first_open = Application Installed
            $ae_updated = Application Updated
            $ae_crashed = Application Crashed
            $ae_session = Session Ended
            $ae_iap = Order Completed
            """, """
            $current_url = url
            current_url = url
            current_url_path = path
            $referrer = referrer
            current_page_title = title
            $browser = browser
            $os = os
            $device = device
            mp_country_code = country
            """, "");

    private static final Set<String> FACTS = Set.of("$identify", "$create_alias", "$merge");

    /// Stored beside the properties, or different for each copy of one event.
    private static final List<String> BESIDE = List.of(
            "time",
            "distinct_id",
            "$distinct_id_before_identity",
            "$insert_id",
            "$device_id",
            "$user_id",
            "mp_processing_time_ms",
            "$mp_api_timestamp_ms",
            "$mp_api_endpoint",
            "token");

    private static final String DEVICE = "$device:";

    private static final Pattern FRACTION = Pattern.compile("[0-9]{1,15}[.][0-9]{1,20}");

    private final Accounts accounts;
    private final TimeFormat times = new TimeFormat(Optional.empty(), ZoneOffset.UTC);

    MixpanelShape(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public MappedRow row(long line, Fields row) throws Refused {
        if (MixpanelProfile.isOne(row)) {
            return new MixpanelProfile(accounts).row(line, row);
        }
        String name = row.text("event");
        Fields properties = row.inner("properties");
        Origin origin = origin(line, properties)
                .requireSomebody("properties.distinct_id", "The row does not say whose event it is; fill distinct_id");
        if (name.isBlank()) {
            throw new Refused("event", name, Reason.MISSING_EVENT, "The row names no event; fill event");
        }
        return FACTS.contains(name)
                ? origin.facts(facts(name, origin, properties))
                : origin.event(
                        WORDS.event(name),
                        accounts.listed(properties),
                        properties(row, properties),
                        properties.amount("revenue", "Revenue", "$amount", "amount", "value", "total"),
                        properties.currency("currency", "Currency", "$currency"),
                        List.of());
    }

    private Origin origin(long line, Fields properties) throws Refused {
        String id = properties.text("distinct_id");
        return person(line, properties.text("$insert_id"), id, properties, time(properties));
    }

    /// The id of a device stands alone or behind `$device:` in `distinct_id`; any other id is a user's.
    static Origin person(long line, String messageId, String id, Fields fields, long timeMs) throws Refused {
        String device = fields.text("$device_id");
        if (device.isEmpty() && id.startsWith(DEVICE)) {
            device = id.substring(DEVICE.length());
        }
        String user = fields.text("$user_id");
        boolean isDevice = id.startsWith(DEVICE) || id.equals(device);
        return new Origin(line, messageId, device, user.isEmpty() && !isDevice ? id : user, timeMs);
    }

    /// Seconds or milliseconds, either with a fraction.
    private long time(Fields properties) throws Refused {
        String text = properties.text("time");
        boolean isFraction = FRACTION.matcher(text).matches();
        if (!isFraction) {
            return properties.time(times, "time");
        }
        var number = new BigDecimal(text);
        boolean isSeconds = number.compareTo(BigDecimal.valueOf(100_000_000_000L)) < 0;
        return properties.time(
                times,
                "time",
                number.movePointRight(isSeconds ? 3 : 0)
                        .setScale(0, RoundingMode.FLOOR)
                        .toPlainString());
    }

    private static List<Fact> facts(String name, Origin origin, Fields properties) throws Refused {
        List<Fact> facts = new ArrayList<>();
        switch (name) {
            case "$merge" -> {
                if (properties.object().field("$distinct_ids").orElse(Json.Literal.NULL)
                                instanceof Json.Array(List<Json> ids)
                        && ids.size() == 2) {
                    facts.addAll(of(JsonLine.plain(ids.getFirst())).joined(plain(JsonLine.plain(ids.getLast()))));
                }
            }
            case "$create_alias" -> {
                String other = properties.text("alias");
                if (!other.isEmpty()) {
                    facts.addAll(of(properties.text("distinct_id")).joined(plain(other)));
                }
            }
            default -> {
                String before = plain(properties.first("$anon_distinct_id", "$anon_id", "$device_id"));
                String user = properties.first("$identified_id", "$user_id");
                String known = user.isEmpty() ? origin.user() : user;
                facts.addAll(new Origin(0, "", before, known, 0).linked());
            }
        }
        return facts;
    }

    private static Origin of(String user) {
        return new Origin(0, "", "", plain(user), 0);
    }

    private static String plain(String id) {
        return id.startsWith(DEVICE) ? id.substring(DEVICE.length()) : id;
    }

    private static SortedMap<String, Json> properties(Fields row, Fields properties) {
        SortedMap<String, Json> kept = WORDS.properties(row, properties.object().fields());
        BESIDE.forEach(kept::remove);
        return kept;
    }
}
