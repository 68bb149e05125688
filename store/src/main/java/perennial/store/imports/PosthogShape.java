package perennial.store.imports;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import perennial.store.json.Json;

/// Events as PostHog exports them, its table of events as CSV, NDJSON or Parquet, and as its clients send them: those
/// write the person's id and what they set into the properties too.
final class PosthogShape implements Shape {
    static final Vocabulary WORDS = Vocabulary.of("""
            $pageview = Page Viewed
            $screen = Screen Viewed
            $pageleave = Page Left
            $autocapture = Element Used
            $rageclick = Element Clicked In Rage
            $feature_flag_called = Feature Flag Called
            $experiment_started = Experiment Viewed
            $web_vitals = Web Vitals Measured
            $exception = Error Raised
            survey shown = Survey Viewed
            survey dismissed = Survey Dismissed
            survey sent = Survey Answered
            user signed up = Signed Up
            user logged in = Signed In
            """, """
            $current_url = url
            $pathname = path
            $referrer = referrer
            $title = title
            $screen_name = name
            $browser = browser
            $os = os
            $device_type = device
            $geoip_country_code = country
            """, """
            session_id = $session_id
            window_id = $window_id
            """);

    /// They tell of people and groups, and are no events.
    private static final Set<String> FACTS =
            Set.of("$identify", "$set", "$unset", "$create_alias", "$merge_dangerously", "$groupidentify");

    private final Accounts accounts;
    private final TimeFormat times = new TimeFormat(Optional.empty(), ZoneOffset.UTC);

    PosthogShape(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public MappedRow row(long line, Fields row) throws Refused {
        String name = row.text("event");
        Fields properties = row.inner("properties");
        Origin origin = origin(line, row, properties)
                .requireSomebody("distinct_id", "The row does not say whose event it is; fill distinct_id");
        if (name.isBlank()) {
            throw new Refused("event", name, Reason.MISSING_EVENT, "The row names no event; fill event");
        }
        return FACTS.contains(name)
                ? origin.facts(facts(name, origin, row, properties))
                : origin.event(
                        WORDS.event(name),
                        accounts.of(properties.inner("$groups"), properties),
                        properties(row, properties),
                        properties.amount("revenue", "$revenue", "value", "total"),
                        properties.currency("currency", "$currency"),
                        traits(origin, row, properties));
    }

    /// A browser or phone says so itself by its `$device_id`; what it sends before the person is known is a visitor's.
    /// All others send what a known user did.
    private Origin origin(long line, Fields row, Fields properties) throws Refused {
        String id = id(row, properties);
        String device = properties.text("$device_id");
        boolean isKnown = properties.has("$is_identified")
                ? properties.text("$is_identified").equals("true")
                : device.isEmpty()
                        || properties.has("$user_id")
                        || row.text("event").equals("$identify");
        return new Origin(
                line, row.text("uuid"), isKnown ? device : id, isKnown ? id : "", row.time(times, "timestamp"));
    }

    private static String id(Fields row, Fields properties) throws Refused {
        String id = row.text("distinct_id");
        return id.isEmpty() ? properties.text("distinct_id") : id;
    }

    private List<Fact> facts(String name, Origin origin, Fields row, Fields properties) throws Refused {
        List<Fact> facts = new ArrayList<>();
        switch (name) {
            case "$groupidentify" -> {
                String type = properties.text("$group_type");
                String account = properties.text("$group_key");
                if (accounts.isAccount(type) && !account.isEmpty()) {
                    if (!origin.user().isEmpty() && !origin.user().equals("$" + type + "_" + account)) {
                        facts.add(new Fact.Link("account", origin.user(), account));
                    }
                    facts.addAll(Origin.traits("account", account, properties.inner("$group_set")));
                }
            }
            case "$create_alias", "$merge_dangerously" -> {
                String other = properties.text("alias");
                if (!other.isEmpty()) {
                    facts.addAll(known(origin).joined(other));
                }
            }
            case "$identify" -> {
                String before = properties.text("$anon_distinct_id");
                var known = known(origin);
                facts.addAll(before.isEmpty() ? known.linked() : new Origin(0, "", before, known.user(), 0).linked());
                facts.addAll(traits(known, row, properties));
            }
            default -> facts.addAll(traits(origin, row, properties));
        }
        return facts;
    }

    /// These are sent for known users, whatever the device says of itself.
    private static Origin known(Origin origin) {
        return origin.user().isEmpty()
                ? new Origin(origin.line(), origin.messageId(), "", origin.visitor(), origin.timeMs())
                : origin;
    }

    /// What the export says of the person; where it does not, what the event sets, always or once. Taken away is what
    /// it unsets.
    private static List<Fact> traits(Origin origin, Fields row, Fields properties) throws Refused {
        List<Fact> facts = new ArrayList<>();
        if (row.has("person_properties")) {
            facts.addAll(origin.traits(row.inner("person_properties")));
        } else {
            facts.addAll(origin.traits(told("set", row, properties)));
            facts.addAll(origin.firstTraits(told("set_once", row, properties)));
        }
        facts.addAll(origin.traits(properties.unset("$unset")));
        return facts;
    }

    /// Exports have a column for it, clients a field beside the properties or among them.
    private static Fields told(String what, Fields row, Fields properties) throws Refused {
        return row.has(what)
                ? row.inner(what)
                : row.has("$" + what) ? row.inner("$" + what) : properties.inner("$" + what);
    }

    private static SortedMap<String, Json> properties(Fields row, Fields properties) {
        SortedMap<String, Json> kept = WORDS.properties(row, properties.object().fields());
        List.of("$set", "$set_once", "$unset", "$sent_at", "distinct_id", "token")
                .forEach(kept::remove);
        return kept;
    }
}
