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
import org.duckdb.DuckDBConnection;
import perennial.core.campaign.Budget;
import perennial.core.campaign.Clearance;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Expectation;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Plan;
import perennial.core.campaign.Reason;
import perennial.core.campaign.SendState;
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

    /// The share expected to come back by a version of a plan.
    private record Expected(Plan plan, Instant judged, double share) {}

    Dispatch(Workspace workspace, Outbox outbox) {
        this.workspace = workspace;
        this.outbox = outbox;
    }

    /// The next that leave, at most so many.
    List<Letter> next(Campaign campaign, List<Campaigns.Version> versions, History history, int most) {
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
            letters = cleared(campaign, versions, history, picked);
        }
        interrupted.remove(campaign.name());
        return letters;
    }

    private List<Letter> cleared(
            Campaign campaign, List<Campaigns.Version> versions, History history, List<Message> picked) {
        Map<Integer, Plan> plans = new HashMap<>();
        versions.forEach(version -> plans.put(version.number(), version.plan()));
        var clearance = new Clearance(campaign.plan(), history, budget(campaign, plans, history));
        Map<String, Clearance.Standing> standings = standings(campaign.plan(), picked);
        List<Outbox.Step> steps = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        List<String> traits = history.traitNames();
        for (Message message : picked) {
            Decision decision = message.decision();
            Optional<Offer> offer =
                    offer(plans, decision.version(), decision.arm().orElseThrow(), decision.offer());
            Clearance.Standing standing =
                    Optional.ofNullable(standings.get(decision.id())).orElseThrow();
            Optional<Reason> refusal = clearance.refusal(decision, offer, standing);
            steps.add(refusal.map(why -> Outbox.Step.skip(why, message))
                    .orElseGet(() -> Outbox.Step.to(SendState.SENDING, message)));
            if (refusal.isEmpty()) {
                letters.add(letter(message, offer, history, traits));
            }
        }
        outbox.take(steps, List.of());
        return letters;
    }

    private static Optional<Offer> offer(Map<Integer, Plan> plans, int version, String arm, Optional<String> name) {
        return name.flatMap(each -> Optional.ofNullable(plans.get(version)).flatMap(plan -> plan.offer(arm, each)));
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

    private Map<String, Clearance.Standing> standings(Plan plan, List<Message> picked) {
        List<String> ids = picked.stream().map(each -> each.decision().id()).toList();
        Instant now = workspace.clock().instant();
        return workspace.read("reading who may be written to", connection -> {
            Set<String> suppressed = Outbox.ids(connection, "campaign/wanted-suppressed", ids);
            Map<Owner, Integer> contacts = plan.exclusions().cap().isPresent()
                    ? StoredLedger.contacts(
                            connection,
                            now.minus(Duration.ofDays(
                                    plan.exclusions().cap().get().days())))
                    : Map.of();
            Map<String, Clearance.Standing> standings = new HashMap<>();
            for (Message each : picked) {
                standings.put(
                        each.decision().id(),
                        new Clearance.Standing(
                                suppressed.contains(each.decision().id()),
                                contacts.getOrDefault(each.decision().customer(), 0)));
            }
            return standings;
        });
    }

    private Budget budget(Campaign campaign, Map<Integer, Plan> plans, History history) {
        Plan plan = campaign.plan();
        var budget = new Budget(plan, plan.budget().isPresent() ? share(plan, history) : 0);
        if (plan.budget().isPresent()) {
            workspace.read("counting what left", connection -> {
                countLeft(connection, plan.name(), plans, budget);
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
            known = new Expected(plan, now, Expectation.of(plan, history).expected(plan));
            expected.put(plan.name(), known);
        }
        return known.share();
    }

    private static void countLeft(DuckDBConnection connection, String campaign, Map<Integer, Plan> plans, Budget budget)
            throws SQLException {
        try (var statement = connection.prepareStatement(Sql.text("campaign/left"))) {
            statement.setString(1, campaign);
            statement.setString(2, campaign);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    budget.count(
                            offer(
                                    plans,
                                    rows.getInt("version"),
                                    rows.getString("arm"),
                                    Optional.ofNullable(rows.getString("offer"))),
                            rows.getLong("messages"));
                }
            }
        }
    }
}
