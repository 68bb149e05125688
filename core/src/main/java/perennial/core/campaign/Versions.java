package perennial.core.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The versions of a plan. What was decided keeps the offers and the costs of the version it was decided by;
/// what counts as coming back is told by the newest.
public final class Versions {
    private final List<Version> all;
    private final Map<Integer, Version> byNumber;
    private final Set<Integer> read = new HashSet<>();

    /// @param number from 1
    public record Version(int number, Plan plan, Instant saved) {}

    /// @param all at least one, the oldest first
    public Versions(List<Version> all) {
        this.all = List.copyOf(all);
        byNumber = this.all.stream().collect(Collectors.toMap(Version::number, Function.identity()));
        for (Version each : this.all) {
            if (new PlanChange(each.plan(), newest()).isReadTogether()) {
                read.add(each.number());
            }
        }
    }

    /// The oldest first.
    public List<Version> all() {
        return all;
    }

    /// The arms of all versions, the holdout first.
    public SequencedSet<String> arms() {
        var arms = new LinkedHashSet<String>();
        arms.add(Plan.HOLDOUT);
        all.forEach(version -> version.plan().treatments().forEach(each -> arms.add(each.name())));
        return arms;
    }

    public Plan newest() {
        return all.getLast().plan();
    }

    /// Whether the customer of a decision is read with those decided on by the newest version.
    public boolean isRead(Decision decision) {
        return read.contains(decision.version());
    }

    /// The offer a decision makes.
    public Optional<Offer> offer(Decision decision) {
        return decision.arm().flatMap(arm -> offer(decision.version(), arm, decision.offer()));
    }

    /// The offer of an arm of a version.
    ///
    /// @param name of the offer; empty if none is made
    public Optional<Offer> offer(int version, String arm, Optional<String> name) {
        return name.flatMap(each -> plan(version).offer(arm, each));
    }

    /// What each message costs that was decided by a version.
    public BigDecimal costPerContact(int version) {
        return plan(version).costPerContact();
    }

    private Plan plan(int version) {
        return Optional.ofNullable(byNumber.get(version))
                .orElseThrow(() -> new IllegalArgumentException("The plan has no version " + version))
                .plan();
    }
}
