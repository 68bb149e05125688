package perennial.store.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import perennial.core.campaign.Budget;
import perennial.core.campaign.Clearance;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Exclusions;
import perennial.core.campaign.Expectation;
import perennial.core.campaign.Ledger;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Plan;
import perennial.core.campaign.Reason;
import perennial.core.campaign.SendState;
import perennial.core.campaign.Versions;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.store.Sql;
import perennial.store.Workspace;

/// The last step before messages leave, the same for every channel: picked, checked, and noted as being sent. Not for
/// several at a time: what leaves of one campaign counts for the cap of the next.
final class Dispatch {
    /// For so long is the share expected to come back kept: it rests on a whole window.
    private static final Duration KEPT = Duration.ofHours(1);

    private final Workspace workspace;
    private final Outbox outbox;
    private final Map<String, Expected> expected = new HashMap<>();
    /// Campaigns whose picked messages could not be gone on with.
    private final Set<String> interrupted = new HashSet<>();

    private final Map<String, People> people = new HashMap<>();

    /// Which decisions of a campaign are about the same people.
    ///
    /// @param edition of the history it was found out by
    private record People(Object edition, Doubles doubles) {}

    /// The share expected to come back by a version of a plan.
    private record Expected(Plan plan, Instant judged, double share) {}

    Dispatch(Workspace workspace, Outbox outbox) {
        this.workspace = workspace;
        this.outbox = outbox;
    }

    /// The next that leave, at most so many.
    List<Letter> next(Campaign campaign, Versions versions, History history, int most) {
        if (!campaign.isSending(workspace.clock().instant())) {
            return List.of();
        }
        if (interrupted.contains(campaign.name())) {
            outbox.release(campaign.name());
        }
        interrupted.add(campaign.name());
        List<Letter> letters = List.of();
        while (letters.isEmpty()) {
            List<Message> picked = outbox.lease(campaign.name(), most);
            if (picked.isEmpty()) {
                break;
            }
            letters = cleared(versions, history, picked);
        }
        interrupted.remove(campaign.name());
        return letters;
    }

    /// A message that was picked, about whom its customer is now.
    private record Judged(Message message, Clearance.Standing standing) {}

    private List<Letter> cleared(Versions versions, History history, List<Message> picked) {
        var clearance = new Clearance(versions, history, budget(versions, history));
        List<Outbox.Step> steps = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        List<String> traits = history.traitNames();
        for (Judged each : judged(versions.newest(), picked, history)) {
            Message message = each.message();
            Optional<Reason> refusal = clearance.refusal(message.decision(), each.standing());
            steps.add(refusal.map(why -> Outbox.Step.skip(why, message))
                    .orElseGet(() -> Outbox.Step.to(SendState.SENDING, message)));
            if (refusal.isEmpty()) {
                letters.add(letter(message, versions.offer(message.decision()), history, traits));
            }
        }
        outbox.take(steps, List.of());
        return letters;
    }

    private static Letter letter(Message message, Optional<Offer> offer, History history, List<String> traitNames) {
        Owner customer = message.decision().customer();
        Shard shard = history.shardOf(customer).orElseThrow();
        int number = shard.number(customer).orElseThrow();
        var traits = new TreeMap<String, String>();
        for (String name : traitNames) {
            shard.trait(name, number, history.asOf()).ifPresent(value -> traits.put(name, value));
        }
        return new Letter(message, offer, traits);
    }

    private List<Judged> judged(Plan plan, List<Message> picked, History history) {
        return workspace.read("reading who may be written to", connection -> {
            List<Message> now = Message.about(picked, connection, history);
            Predicate<Decision> isDouble = doubles(connection, plan, now, history);
            Set<Owner> suppressed = Suppressions.all(connection, history);
            Map<Owner, Integer> contacts = contacts(connection, plan, history);
            return now.stream()
                    .map(message -> new Judged(
                            message,
                            new Clearance.Standing(
                                    isDouble.test(message.decision()),
                                    suppressed.contains(message.decision().customer()),
                                    contacts.getOrDefault(message.decision().customer(), 0))))
                    .toList();
        });
    }

    /// Whoever is written to already under another id is not again, whichever decision counts.
    private Predicate<Decision> doubles(DuckDBConnection connection, Plan plan, List<Message> picked, History history)
            throws SQLException {
        Doubles doubles = doubles(connection, plan, history);
        Map<String, SendState> others = Outbox.stored(
                connection,
                picked.stream()
                        .flatMap(each -> doubles.others(each.decision()).stream())
                        .toList());
        Set<String> left = others.entrySet().stream()
                .filter(each -> each.getValue().hasLeft())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return decision ->
                doubles.has(decision) || doubles.others(decision).stream().anyMatch(left::contains);
    }

    /// Found out anew when the history is another; the decisions are read only if a customer is known otherwise now.
    private Doubles doubles(DuckDBConnection connection, Plan plan, History history) throws SQLException {
        People known = people.get(plan.name());
        if (known == null || known.edition() != history.edition()) {
            List<Message> noted = isAnybodyGone(connection, plan.name(), history)
                    ? new Decisions(connection).of(plan.name())
                    : List.of();
            known = new People(
                    history.edition(), new Doubles(noted, Message.about(noted, connection, history), plan.window()));
            people.put(plan.name(), known);
        }
        return known.doubles();
    }

    private static boolean isAnybodyGone(DuckDBConnection connection, String campaign, History history)
            throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("campaign/users"))) {
            statement.setString(1, campaign);
            try (ResultSet rows = statement.executeQuery()) {
                boolean isGone = false;
                while (!isGone && rows.next()) {
                    isGone = history.shardOf(new Owner(Owner.Kind.USER, rows.getString(1)))
                            .isEmpty();
                }
                return isGone;
            }
        }
    }

    private Map<Owner, Integer> contacts(DuckDBConnection connection, Plan plan, History history) throws SQLException {
        Optional<Exclusions.Cap> cap = plan.exclusions().cap();
        return cap.isPresent()
                ? StoredLedger.contacts(
                        connection,
                        workspace
                                .clock()
                                .instant()
                                .minus(Duration.ofDays(cap.get().days())),
                        history)
                : Map.of();
    }

    private Budget budget(Versions versions, History history) {
        Plan plan = versions.newest();
        var budget = new Budget(versions, plan.budget().isPresent() ? share(plan, history) : 0);
        if (plan.budget().isPresent()) {
            workspace.read("counting what left", connection -> {
                countLeft(connection, versions, budget);
                return budget;
            });
        }
        return budget;
    }

    private double share(Plan plan, History history) {
        Instant now = workspace.clock().instant();
        Expected known = expected.get(plan.name());
        if (known == null
                || !known.plan().equals(plan)
                || known.judged().plus(KEPT).isBefore(now)) {
            known = new Expected(
                    plan, now, Expectation.of(plan, history, Ledger.EMPTY).expected(plan));
            expected.put(plan.name(), known);
        }
        return known.share();
    }

    private static void countLeft(DuckDBConnection connection, Versions versions, Budget budget) throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("campaign/left"))) {
            statement.setString(1, versions.newest().name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int version = rows.getInt("version");
                    budget.count(
                            version,
                            versions.offer(
                                    version, rows.getString("arm"), Optional.ofNullable(rows.getString("offer"))),
                            rows.getLong("messages"));
                }
            }
        }
    }
}
