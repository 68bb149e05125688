package perennial.store.imports;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Events as Amplitude's export writes them and its clients send them: those name the time otherwise, send
/// operations on what they tell of people and groups, and revenue beside the properties.
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

    /// What clients send of people and groups instead of traits.
    private static final Set<String> OPERATIONS = Set.of(
            "$set",
            "$setOnce",
            "$add",
            "$append",
            "$prepend",
            "$preInsert",
            "$postInsert",
            "$remove",
            "$unset",
            "$clearAll");

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
        List<Fact> facts = new ArrayList<>(
                origin.user().isEmpty()
                        ? told("visitor", origin.visitor(), row.inner("user_properties"))
                        : told("user", origin.user(), row.inner("user_properties")));
        if (FACTS.contains(name)) {
            facts.addAll(0, origin.linked());
            facts.addAll(group(name, origin, row, account));
            return origin.facts(facts);
        }
        return origin.event(
                WORDS.event(name),
                account,
                WORDS.properties(row, properties.object().fields()),
                value(row, properties),
                properties.has("currency") || properties.has("$currency")
                        ? properties.currency("currency", "$currency")
                        : row.currency("currency"),
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
                row.time(times, "event_time", "client_event_time", "time"));
    }

    /// An amount as such, or a price times a quantity, in the properties or beside them.
    private static Optional<BigDecimal> value(Fields row, Fields properties) throws Refused {
        Optional<BigDecimal> value = properties.amount("$revenue", "revenue", "value", "total");
        if (value.isEmpty()) {
            value = row.amount("$revenue", "revenue");
        }
        if (value.isEmpty()) {
            value = product(properties, "$price", "$quantity");
        }
        return value.isEmpty() ? product(row, "price", "quantity") : value;
    }

    private static Optional<BigDecimal> product(Fields fields, String price, String quantity) throws Refused {
        Optional<BigDecimal> each = fields.amount(price);
        if (each.isEmpty()) {
            return each;
        }
        BigDecimal product = each.get().multiply(fields.amount(quantity).orElse(BigDecimal.ONE));
        return Optional.of(Values.amount(
                fields.path() + price, product.stripTrailingZeros().toPlainString()));
    }

    private List<Fact> group(String name, Origin origin, Fields row, String account) throws Refused {
        if (account.isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        if (!name.equals("$groupidentify") && !origin.user().isEmpty()) {
            facts.add(new Fact.Link("account", origin.user(), account));
        }
        facts.addAll(told("account", account, row.inner("group_properties")));
        return facts;
    }

    /// What is told as such, and by the operations that clients send.
    private static List<Fact> told(String subject, String id, Fields told) throws Refused {
        boolean isOperations = told.object().fields().keySet().stream().anyMatch(OPERATIONS::contains);
        if (!isOperations) {
            return Origin.traits(subject, id, told);
        }
        List<Fact> facts = new ArrayList<>();
        if (told.object().fields().containsKey("$clearAll")) {
            facts.add(new Fact.Change(subject, id, "", Operation.CLEAR, "null"));
        }
        facts.addAll(Origin.traits(subject, id, told.inner("$set")));
        facts.addAll(Origin.firstTraits(subject, id, told.inner("$setOnce")));
        facts.addAll(Operation.ADD.of(subject, id, told.inner("$add")));
        facts.addAll(Operation.APPEND.of(subject, id, told.inner("$append")));
        facts.addAll(Operation.PREPEND.of(subject, id, told.inner("$prepend")));
        facts.addAll(Operation.UNION.of(subject, id, told.inner("$preInsert")));
        facts.addAll(Operation.UNION.of(subject, id, told.inner("$postInsert")));
        facts.addAll(Operation.REMOVE.of(subject, id, told.inner("$remove")));
        facts.addAll(Origin.traits(subject, id, told.unset("$unset")));
        return facts;
    }
}
