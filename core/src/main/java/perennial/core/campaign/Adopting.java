package perennial.core.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.core.history.Column;
import perennial.core.history.EventFilter;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// Reads the decisions of a campaign that another tool ran from the events with which it noted them: the first of each
/// customer, whose property `arm` names the arm.
public final class Adopting {
    private static final String ARM = "arm";

    private Adopting() {}

    /// The decisions, in the order in which customers are stored.
    ///
    /// @param noted the events, such as `Campaign Assigned[campaign = spring]`
    /// @throws BadPlan if an event names an arm that the plan has not
    public static List<Decision> of(Plan plan, int version, History history, Selection noted) {
        List<Decision> decisions = new ArrayList<>();
        for (Shard shard : history.shards()) {
            EventFilter filter = shard.filter(noted);
            Optional<Column> arms = shard.property(ARM);
            Objective.Reader reader = plan.objective().in(shard);
            var personal = new PersonalReader(plan, shard);
            OwnerSet.forEach(shard.members(), owner -> {
                long at = shard.first(filter, owner);
                if (at >= 0) {
                    reader.read(owner);
                    long time = shard.timelines().time(at);
                    decisions.add(decision(
                            plan,
                            version,
                            shard,
                            owner,
                            arm(plan, arms, at),
                            Math.max(1, reader.life(time)),
                            Instant.ofEpochMilli(time),
                            personal));
                }
            });
        }
        return decisions;
    }

    private static String arm(Plan plan, Optional<Column> arms, long at) {
        int code = arms.map(column -> column.code(at)).orElse(Column.ABSENT);
        String arm =
                code == Column.ABSENT ? "" : arms.orElseThrow().dictionary().get(code);
        if (plan.arms().stream().noneMatch(each -> each.name().equals(arm))) {
            throw new BadPlan(
                    "treatments",
                    "An event names the arm \"" + arm + "\"; the plan has "
                            + String.join(
                                    ", ",
                                    plan.arms().stream()
                                            .map(each -> each.name())
                                            .toList()));
        }
        return arm;
    }

    private static Decision decision(
            Plan plan,
            int version,
            Shard shard,
            int owner,
            String arm,
            int life,
            Instant time,
            PersonalReader personal) {
        return new Decision(
                Decision.id(plan.name(), shard.owner(owner), life),
                plan.name(),
                version,
                shard.owner(owner),
                life,
                Optional.of(arm),
                Optional.empty(),
                "drawn by another tool",
                Optional.empty(),
                Optional.empty(),
                personal.of(owner),
                time,
                time);
    }
}
