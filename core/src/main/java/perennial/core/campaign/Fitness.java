package perennial.core.campaign;

import java.util.Optional;
import perennial.core.history.History;

/// Who of an audience is left out of a plan, as of a history's as-of instant, and why.
final class Fitness {
    private final Plan plan;
    private final Ledger ledger;
    private final Members unsubscribed;
    private final Optional<Members> consent;

    Fitness(Plan plan, History history, Ledger ledger) {
        this.plan = plan;
        this.ledger = ledger;
        unsubscribed = new Members(Reply.suppressed(), history);
        consent = plan.exclusions().consent().map(text -> new Members(text, history));
    }

    /// Empty for whoever is drawn.
    Optional<Reason> refusal(Audience.Member member) {
        return member.unfit().or(() -> excluded(member));
    }

    private Optional<Reason> excluded(Audience.Member member) {
        if (ledger.isSuppressed(member.customer()) || unsubscribed.has(member.shard(), member.number())) {
            return Optional.of(Reason.SUPPRESSED);
        }
        if (consent.filter(agreed -> !agreed.has(member.shard(), member.number()))
                .isPresent()) {
            return Optional.of(Reason.NO_CONSENT);
        }
        if (plan.exclusions().isApart() && ledger.isElsewhere(member.customer())) {
            return Optional.of(Reason.OTHER_CAMPAIGN);
        }
        return plan.exclusions()
                .cap()
                .filter(cap -> ledger.contacts(member.customer(), cap.days()) >= cap.contacts())
                .map(_ -> Reason.CONTACT_CAP);
    }
}
