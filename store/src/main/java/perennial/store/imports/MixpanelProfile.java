package perennial.store.imports;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import perennial.core.event.StandardNames;
import perennial.store.json.Json;

/// What Mixpanel's clients tell of people and groups: operations on their traits. A transaction appended to a profile
/// is revenue, so an order.
final class MixpanelProfile implements Shape {
    private static final String TRANSACTIONS = "$transactions";

    private final Accounts accounts;
    private final TimeFormat times = new TimeFormat(Optional.empty(), ZoneOffset.UTC);

    /// Whose traits they are.
    private record Subject(String kind, String id) {}

    MixpanelProfile(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Whether a call tells of a profile: it names no event, and its fields are Mixpanel's own.
    static boolean isOne(Fields call) {
        return !call.has("event") && (call.has("$distinct_id") || call.has("$group_key") || call.has("$token"));
    }

    @Override
    public MappedRow row(long line, Fields call) throws Refused {
        boolean isGroup = call.has("$group_key");
        String id = call.text(isGroup ? "$group_id" : "$distinct_id");
        if (id.isEmpty()) {
            throw new Refused(
                    isGroup ? "$group_id" : "$distinct_id",
                    "",
                    Reason.MISSING_ID,
                    "The call does not say whose profile it changes; give " + (isGroup ? "$group_id" : "$distinct_id"));
        }
        long timeMs = call.time(times, "$time");
        if (isGroup) {
            boolean isAccount = accounts.isAccount(call.text("$group_key"));
            var origin = new Origin(line, call.text("$insert_id"), "", "", timeMs);
            return origin.facts(isAccount ? told(new Subject("account", id), call) : List.of());
        }
        Origin origin = MixpanelShape.person(line, call.text("$insert_id"), id, call, timeMs);
        var subject =
                origin.user().isEmpty() ? new Subject("visitor", origin.visitor()) : new Subject("user", origin.user());
        List<Fact> facts = new ArrayList<>(told(subject, call));
        facts.addAll(membership(subject, call));
        Fields transaction = call.inner("$append").inner(TRANSACTIONS);
        return transaction.object().fields().isEmpty() ? origin.facts(facts) : order(origin, transaction, facts);
    }

    private MappedRow order(Origin profile, Fields transaction, List<Fact> facts) throws Refused {
        SortedMap<String, Json> properties = new TreeMap<>(transaction.object().fields());
        properties.remove("$time");
        var origin = transaction.has("$time")
                ? new Origin(
                        profile.line(),
                        profile.messageId(),
                        profile.visitor(),
                        profile.user(),
                        transaction.time(times, "$time"))
                : profile;
        return origin.event(
                StandardNames.ORDER_COMPLETED,
                "",
                properties,
                transaction.amount("$amount"),
                transaction.currency("currency", "$currency"),
                facts);
    }

    /// Clients that put a person into a group say so as a list in its profile.
    private List<Fact> membership(Subject subject, Fields call) throws Refused {
        List<Fact> links = new ArrayList<>();
        for (Fields set : List.of(call.inner("$set"), call.inner("$union"))) {
            String account = subject.kind().equals("user") ? accounts.listed(set) : "";
            if (!account.isEmpty()) {
                links.add(new Fact.Link("account", subject.id(), account));
            }
        }
        return links;
    }

    private static List<Fact> told(Subject subject, Fields call) throws Refused {
        String kind = subject.kind();
        String id = subject.id();
        List<Fact> facts = new ArrayList<>();
        if (call.object().fields().containsKey("$delete")) {
            facts.add(new Fact.Change(kind, id, "", Operation.CLEAR, "null"));
        }
        facts.addAll(Origin.traits(kind, id, call.inner("$set")));
        facts.addAll(Origin.firstTraits(kind, id, call.inner("$set_once")));
        facts.addAll(Operation.ADD.of(kind, id, call.inner("$add")));
        facts.addAll(Operation.APPEND.of(kind, id, call.inner("$append").without(TRANSACTIONS)));
        facts.addAll(Operation.UNION.of(kind, id, call.inner("$union")));
        facts.addAll(Operation.REMOVE.of(kind, id, call.inner("$remove")));
        facts.addAll(Origin.traits(kind, id, call.unset("$unset")));
        return facts;
    }
}
