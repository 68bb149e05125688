package perennial.core.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.revenue.Spending;

/// Reads from a history what became of the customers a campaign drew into its arms, whoever was reached.
public final class Outcomes {
    private final Versions versions;
    private final Plan plan;
    private final History history;
    private final Map<Shard, Readers> readers = new HashMap<>();

    private record Readers(Objective.Reader objective, Spending spending) {}

    public Outcomes(Versions versions, History history) {
        this.versions = versions;
        plan = versions.newest();
        this.history = history;
    }

    /// What became of those of some decisions that drew into an arm until the as-of instant.
    ///
    /// @param isSent whether the message of a decision left
    public List<Outcome> of(List<Decision> decisions, Predicate<Decision> isSent) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision.arm().isPresent() && decision.decided().toEpochMilli() <= history.asOf()) {
                outcomes.add(of(decision, isSent.test(decision)));
            }
        }
        return outcomes;
    }

    private Outcome of(Decision decision, boolean isSent) {
        long from = decision.decided().toEpochMilli();
        long until = from + plan.window().toMillis();
        Optional<Shard> shard = history.shardOf(decision.customer());
        OptionalLong back = OptionalLong.empty();
        boolean isKept = false;
        BigDecimal spent = BigDecimal.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        if (shard.isPresent()) {
            int owner = number(shard.get(), decision);
            Readers here = readers.computeIfAbsent(
                    shard.get(), each -> new Readers(plan.objective().in(each), new Spending(each)));
            here.objective().read(owner);
            back = here.objective().back(from, Math.min(until, history.asOf()));
            isKept = back.isPresent()
                    && here.objective()
                            .isKept(
                                    back.getAsLong(),
                                    back.getAsLong()
                                            + Duration.ofDays(plan.keptDays()).toMillis());
            spent = here.spending().between(owner, from, until);
            before = here.spending().between(owner, from - plan.window().toMillis(), from);
        }
        return new Outcome(
                decision.arm().orElseThrow(),
                from,
                isSent,
                versions.costPerContact(decision.version()),
                versions.offer(decision).map(Offer::cost).orElse(BigDecimal.ZERO),
                back,
                isKept,
                spent,
                before);
    }

    private static int number(Shard shard, Decision decision) {
        OptionalInt number = shard.number(decision.customer());
        return number.orElseThrow();
    }
}
