package perennial.core.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.segment.Roster;

/// Whom a plan concerns, as of a history's as-of instant.
public final class Audience {
    private Audience() {}

    /// One of them.
    ///
    /// @param life the number of the life that had ended, 0 if there was none
    /// @param since when it ended, in milliseconds; the beginning of time where no life did
    /// @param unfit why it cannot come back by what the campaign is after
    public record Member(Shard shard, int number, Owner customer, int life, long since, Optional<Reason> unfit) {}

    /// All, in the order in which they are stored.
    public static List<Member> of(Plan plan, History history) {
        Roster roster = Roster.of(history.segments().read(plan.audience()), history);
        Map<Shard, Objective.Reader> readers = new HashMap<>();
        List<Member> members = new ArrayList<>();
        for (Iterator<Roster.Member> each = roster.members(); each.hasNext(); ) {
            Roster.Member member = each.next();
            Objective.Reader reader = readers.computeIfAbsent(member.shard(), plan.objective()::in);
            reader.read(member.number());
            int life = reader.life(history.asOf());
            OptionalLong end = reader.endOf(history.asOf());
            members.add(new Member(
                    member.shard(),
                    member.number(),
                    member.owner(),
                    life,
                    end.isPresent() ? member.shard().timelines().time(end.getAsLong()) : Long.MIN_VALUE,
                    unfit(reader, life, history.asOf())));
        }
        return members;
    }

    private static Optional<Reason> unfit(Objective.Reader reader, int life, long instant) {
        if (life == 0) {
            return Optional.of(Reason.NEVER_THERE);
        }
        return reader.isThere(instant) ? Optional.of(Reason.STILL_THERE) : Optional.empty();
    }
}
