package perennial.core.campaign;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import perennial.core.answer.Share;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.revenue.Spending;

/// What an audience's own history lets expect of a campaign.
public final class Expectation {
    private Expectation() {}

    private record Life(Owner customer, int number) {}

    private record Readers(Objective.Reader objective, Spending spending) {}

    /// What a plan would find if it were launched at the history's as-of instant.
    ///
    /// Those who would have been in the audience one window before tell how many come back by themselves.
    public static Verdict.Known of(Plan plan, History history, Ledger ledger) {
        long then = history.asOf() - plan.window().toMillis();
        Set<Life> before = new HashSet<>();
        Map<Shard, Readers> readers = new HashMap<>();
        long back = 0;
        BigDecimal spent = BigDecimal.ZERO;
        for (Audience.Member member : fit(plan, history.asOf(then), Ledger.EMPTY)) {
            before.add(new Life(member.customer(), member.life()));
            Optional<BigDecimal> found = spentIfBack(plan, history, readers, member.customer(), then);
            back += found.isPresent() ? 1 : 0;
            spent = spent.add(found.orElse(BigDecimal.ZERO));
        }
        List<Audience.Member> fit = fit(plan, history, ledger);
        long entered = fit.stream()
                .filter(member -> !before.contains(new Life(member.customer(), member.life())))
                .count();
        return new Verdict.Known(
                new Share(back, before.size()),
                fit.size(),
                Audience.of(plan, history).size(),
                entered,
                spent,
                new Offering(plan, history).cost(fit));
    }

    private static List<Audience.Member> fit(Plan plan, History history, Ledger ledger) {
        var fitness = new Fitness(plan, history, ledger);
        return Audience.of(plan, history).stream()
                .filter(member -> fitness.refusal(member).isEmpty())
                .toList();
    }

    /// What a customer spent between an instant and now, if it came back since.
    private static Optional<BigDecimal> spentIfBack(
            Plan plan, History history, Map<Shard, Readers> readers, Owner customer, long from) {
        return history.shardOf(customer).flatMap(shard -> {
            Readers here = readers.computeIfAbsent(
                    shard, each -> new Readers(plan.objective().in(each), new Spending(each)));
            int owner = shard.number(customer).orElseThrow();
            here.objective().read(owner);
            return here.objective().back(from, history.asOf()).isPresent()
                    ? Optional.of(here.spending().between(owner, from, history.asOf()))
                    : Optional.empty();
        });
    }
}
