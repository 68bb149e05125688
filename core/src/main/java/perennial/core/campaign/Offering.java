package perennial.core.campaign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.history.History;

/// Which offer a plan makes to whom, as of a history's as-of instant.
final class Offering {
    private static final String EVERYBODY = "everybody";

    private final Plan plan;
    private final Map<String, Members> segments = new HashMap<>();

    /// What a customer is offered, and why.
    record Chosen(Optional<Offer> offer, String because) {
        static final Chosen NOTHING = new Chosen(Optional.empty(), "");
    }

    Offering(Plan plan, History history) {
        this.plan = plan;
        plan.treatments().stream()
                .flatMap(each -> each.offers().stream())
                .flatMap(rule -> rule.segment().stream())
                .forEach(text -> segments.computeIfAbsent(text, each -> new Members(each, history)));
    }

    /// The offer of the first rule that holds.
    Chosen choose(Treatment treatment, Audience.Member member) {
        for (Treatment.Rule rule : treatment.offers()) {
            Optional<Members> who = rule.segment()
                    .map(text -> Optional.ofNullable(segments.get(text)).orElseThrow());
            if (who.isEmpty() || who.get().has(member.shard(), member.number())) {
                return new Chosen(Optional.of(rule.offer()), rule.segment().orElse(EVERYBODY));
            }
        }
        return new Chosen(Optional.empty(), "no rule of the treatment");
    }

    /// What the offer is expected to cost of one of some customers who is written to and comes back: each may be drawn
    /// into any treatment. 0 of nobody.
    BigDecimal cost(List<Audience.Member> members) {
        BigDecimal all = BigDecimal.ZERO;
        for (Treatment treatment : plan.treatments()) {
            BigDecimal cost = members.stream()
                    .flatMap(member -> choose(treatment, member).offer().stream())
                    .map(Offer::cost)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            all = all.add(cost.multiply(BigDecimal.valueOf(treatment.share())));
        }
        return all.divide(BigDecimal.valueOf(Math.max(1, members.size())), MathContext.DECIMAL64);
    }
}
