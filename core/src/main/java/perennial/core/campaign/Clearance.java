package perennial.core.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.Shard;

/// Whether messages may leave, judged once more when they are about to: much may have happened since they were decided.
/// For one thread.
public final class Clearance {
    private final Versions versions;
    private final Plan plan;
    private final History history;
    private final Budget budget;
    private final Members unsubscribed;
    private final Optional<Members> consent;
    private final Map<Shard, Objective.Reader> readers = new HashMap<>();
    private final Map<Owner, Integer> leaving = new HashMap<>();

    /// What is known of a customer beside its history.
    ///
    /// @param isDouble whether another decision of the campaign is about the same person
    /// @param contacts messages that went to it within the days of the plan's cap
    public record Standing(boolean isDouble, boolean isSuppressed, int contacts) {}

    /// @param history as of now
    public Clearance(Versions versions, History history, Budget budget) {
        this.versions = versions;
        plan = versions.newest();
        this.history = history;
        this.budget = budget;
        unsubscribed = new Members(Reply.suppressed(), history);
        consent = plan.exclusions().consent().map(text -> new Members(text, history));
    }

    /// Why the message of a decision does not leave; empty if it does, which counts for those that follow.
    public Optional<Reason> refusal(Decision decision, Standing standing) {
        Optional<Reason> refusal = judged(decision, standing);
        if (refusal.isEmpty()) {
            leaving.merge(decision.customer(), 1, Integer::sum);
        }
        return refusal;
    }

    private Optional<Reason> judged(Decision decision, Standing standing) {
        Optional<Shard> shard = history.shardOf(decision.customer());
        if (shard.isEmpty()) {
            return Optional.of(Reason.ERASED);
        }
        int customer = shard.get().number(decision.customer()).orElseThrow();
        if (standing.isDouble()) {
            return Optional.of(Reason.SAME_PERSON);
        }
        if (standing.isSuppressed() || unsubscribed.has(shard.get(), customer)) {
            return Optional.of(Reason.SUPPRESSED);
        }
        if (consent.filter(agreed -> !agreed.has(shard.get(), customer)).isPresent()) {
            return Optional.of(Reason.NO_CONSENT);
        }
        if (isBack(decision, shard.get(), customer)) {
            return Optional.of(Reason.CAME_BACK);
        }
        if (isCapped(standing.contacts() + leaving.getOrDefault(decision.customer(), 0))) {
            return Optional.of(Reason.CONTACT_CAP);
        }
        if (versions.offer(decision).filter(Offer::needsCode).isPresent()
                && decision.code().isEmpty()) {
            return Optional.of(Reason.NO_CODE);
        }
        return budget.take(decision) ? Optional.empty() : Optional.of(Reason.BUDGET);
    }

    private boolean isBack(Decision decision, Shard shard, int customer) {
        Objective.Reader reader = readers.computeIfAbsent(shard, plan.objective()::in);
        reader.read(customer);
        return reader.back(decision.decided().toEpochMilli(), history.asOf()).isPresent();
    }

    private boolean isCapped(int contacts) {
        return plan.exclusions().cap().filter(cap -> contacts >= cap.contacts()).isPresent();
    }
}
