package perennial.store.imports;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Events as Amplitude's export writes them.
final class AmplitudeShape implements Shape {
    static final Vocabulary WORDS = Vocabulary.of("""
            [Amplitude] Page Viewed = Page Viewed
            [Amplitude] Screen Viewed = Screen Viewed
            [Amplitude] Element Clicked = Element Used
            [Amplitude] Element Changed = Element Changed
            [Amplitude] Form Started = Form Started
            [Amplitude] Form Submitted = Form Submitted
            [Amplitude] File Downloaded = File Downloaded
            [Amplitude] Application Installed = Application Installed
            [Amplitude] Application Updated = Application Updated
            [Amplitude] Application Opened = Application Opened
            [Amplitude] Application Backgrounded = Application Backgrounded
            [Amplitude] Start Session = Session Started
            [Amplitude] End Session = Session Ended
            session_start = Session Started
            session_end = Session Ended
            [Experiment] Exposure = Experiment Viewed
            $exposure = Experiment Viewed
            [Amplitude] Revenue = Order Completed
            revenue_amount = Order Completed
            """, """
            [Amplitude] Page URL = url
            [Amplitude] Page Location = url
            [Amplitude] Page Path = path
            [Amplitude] Page Title = title
            [Amplitude] Screen Name = name
            """, """
            country = country
            city = city
            platform = platform
            os_name = os
            device_family = device
            language = language
            version_name = version
            session_id = session_id
            """);

    /// They tell of people and groups, and are no events.
    private static final Set<String> FACTS = Set.of("$identify", "$groupidentify", "$usermap");

    private final Accounts accounts;
    private final TimeFormat times = new TimeFormat(Optional.empty(), ZoneOffset.UTC);

    AmplitudeShape(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public MappedRow row(long line, Fields row) throws Refused {
        String name = row.text("event_type");
        Fields properties = row.inner("event_properties");
        Origin origin = origin(line, row)
                .requireSomebody("user_id", "The row does not say whose event it is; fill user_id or device_id");
        if (name.isBlank()) {
            throw new Refused("event_type", name, Reason.MISSING_EVENT, "The row names no event; fill event_type");
        }
        Fields groups = row.inner("groups");
        String account = accounts.of(groups, properties);
        List<Fact> facts = new ArrayList<>(origin.traits(row.inner("user_properties")));
        if (FACTS.contains(name)) {
            facts.addAll(0, origin.linked());
            facts.addAll(group(row, account));
            return origin.facts(facts);
        }
        return origin.event(
                WORDS.event(name),
                account,
                WORDS.properties(row, properties.object().fields()),
                properties.amount("$revenue", "revenue", "value", "total"),
                properties.currency("currency", "$currency"),
                facts);
    }

    /// An insert id counts once for its device.
    private Origin origin(long line, Fields row) throws Refused {
        String device = row.text("device_id");
        String insert = row.first("$insert_id", "insert_id");
        return new Origin(
                line,
                insert.isEmpty() ? row.text("uuid") : device + ":" + insert,
                device,
                row.text("user_id"),
                row.time(times, "event_time", "client_event_time"));
    }

    private static List<Fact> group(Fields row, String account) throws Refused {
        return account.isEmpty() ? List.of() : Origin.traits("account", account, row.inner("group_properties"));
    }
}
