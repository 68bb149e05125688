package perennial.core.campaign;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import perennial.core.answer.Share;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.Shard;

/// What an audience's own history lets expect of a campaign.
public final class Expectation {
    private Expectation() {}

    private record Life(Owner customer, int number) {}

    /// What a plan would find if it were launched at the history's as-of instant.
    ///
    /// Those who would have been in the audience one window before tell how many come back by themselves.
    public static Verdict.Known of(Plan plan, History history) {
        long now = history.asOf();
        long then = now - plan.window().toMillis();
        Set<Life> before = new HashSet<>();
        Map<Shard, Objective.Reader> readers = new HashMap<>();
        long back = 0;
        for (Audience.Member member : Audience.of(plan, history.asOf(then))) {
            if (member.unfit().isEmpty()) {
                before.add(new Life(member.customer(), member.life()));
                back += isBack(plan, history, readers, member.customer(), then, now) ? 1 : 0;
            }
        }
        List<Audience.Member> audience = Audience.of(plan, history);
        long fit = 0;
        long entered = 0;
        for (Audience.Member member : audience) {
            if (member.unfit().isEmpty()) {
                fit++;
                entered += before.contains(new Life(member.customer(), member.life())) ? 0 : 1;
            }
        }
        return new Verdict.Known(new Share(back, before.size()), fit, audience.size(), entered);
    }

    private static boolean isBack(
            Plan plan, History history, Map<Shard, Objective.Reader> readers, Owner customer, long from, long until) {
        return history.shardOf(customer)
                .filter(shard -> {
                    Objective.Reader reader = readers.computeIfAbsent(shard, plan.objective()::in);
                    reader.read(shard.number(customer).orElseThrow());
                    return reader.back(from, until).isPresent();
                })
                .isPresent();
    }
}
