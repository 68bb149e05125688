package perennial.core.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import perennial.core.experiment.Assignment;
import perennial.core.history.History;
import perennial.core.history.Shard;

/// Decides on everybody of an audience on whom nothing was decided yet: who is excluded and why, who is held out, who
/// gets which offer.
///
/// Who is excluded is found out before anybody is drawn, so that the held out are like the others. Of a plan whose
/// customers enter one after the other, whoever is in the audience at the launch has not entered, and whoever has not
/// left is waited for.
public final class Deciding {
    private final Plan plan;
    private final int version;
    private final History history;
    private final Ledger ledger;
    private final Assignment assignment;
    private final Fitness fitness;
    private final Offering offering;
    private final Map<Shard, PersonalReader> readers = new HashMap<>();

    /// @param history as of the moment of decision
    public Deciding(Plan plan, int version, History history, Ledger ledger) {
        this.plan = plan;
        this.version = version;
        this.history = history;
        this.ledger = ledger;
        assignment = plan.assignment();
        fitness = new Fitness(plan, history, ledger);
        offering = new Offering(plan, history);
    }

    /// The decisions that the launch makes.
    public List<Decision> atLaunch() {
        return decisions(
                Integer.MAX_VALUE,
                member -> plan.isEntering() ? Optional.of(Reason.ALREADY_IN) : fitness.refusal(member));
    }

    /// The decisions on who entered since, at most so many, in the order in which customers are stored.
    public List<Decision> decisions(int most) {
        return decisions(most, fitness::refusal);
    }

    private List<Decision> decisions(int most, Function<Audience.Member, Optional<Reason>> why) {
        List<Decision> decisions = new ArrayList<>();
        for (Audience.Member member : Audience.of(plan, history)) {
            if (decisions.size() == most) {
                break;
            }
            boolean isWaitedFor = plan.isEntering() && member.unfit().isPresent();
            String id = Decision.id(plan.name(), member.customer(), member.life());
            if (!isWaitedFor && !ledger.isDecided(id, member.customer(), member.since())) {
                decisions.add(decide(id, member, why.apply(member)));
            }
        }
        return decisions;
    }

    private Decision decide(String id, Audience.Member member, Optional<Reason> why) {
        Instant now = Instant.ofEpochMilli(history.asOf());
        if (why.isPresent()) {
            return decision(id, member, Optional.empty(), why, Offering.Chosen.NOTHING, Optional.empty(), now);
        }
        String arm = assignment.of(member.customer().id(), member.life()).name();
        Offering.Chosen chosen = plan.treatment(arm)
                .map(treatment -> offering.choose(treatment, member))
                .orElse(Offering.Chosen.NOTHING);
        Optional<String> code = chosen.offer().flatMap(offer -> ledger.code(offer.codes()));
        return decision(id, member, Optional.of(arm), why, chosen, code, now);
    }

    private Decision decision(
            String id,
            Audience.Member member,
            Optional<String> arm,
            Optional<Reason> why,
            Offering.Chosen chosen,
            Optional<String> code,
            Instant now) {
        Instant sendAfter = plan.starts().filter(start -> start.isAfter(now)).orElse(now);
        Personal personal = arm.isPresent()
                ? readers.computeIfAbsent(member.shard(), shard -> new PersonalReader(plan, shard))
                        .of(member.number())
                : Personal.NOTHING;
        return new Decision(
                id,
                plan.name(),
                version,
                member.customer(),
                member.life(),
                arm,
                why,
                chosen.because(),
                chosen.offer().map(Offer::name),
                code,
                personal,
                now,
                sendAfter);
    }
}
