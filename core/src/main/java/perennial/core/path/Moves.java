package perennial.core.path;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import perennial.core.question.Tally;

/// Counts the moves of one group in a shard, found by the codes of their events. Owners come one after the other, so
/// that the last one seen at a step tells who is new there. For one thread.
final class Moves {
    /// The code of no event, where a session begins or ends.
    static final int NONE = -1;

    private final Paths question;
    private final List<String> names;
    private final Tally all;
    private final Taken[][] taken; // by the code of the nearer event, then of the farther plus one

    private record Taken(Tally tally, int[] lastOwners) {}

    Moves(Paths question, List<String> names, Tally all) {
        this.question = question;
        this.names = names;
        this.all = all;
        taken = new Taken[names.size()][];
    }

    /// Adds a session of an owner that makes a move at a step.
    ///
    /// @param near the code of the event nearer to the one the path is told of
    /// @param far the code of the other, or [#NONE]
    void add(int step, int near, int far, int owner) {
        if (taken[near] == null) {
            taken[near] = new Taken[names.size() + 1];
        }
        Taken move = taken[near][far + 1];
        if (move == null) {
            move = taken(near, far);
            taken[near][far + 1] = move;
        }
        move.tally.add(Paths.sessions(step), owner);
        if (move.lastOwners[step] != owner) {
            move.lastOwners[step] = owner;
            move.tally.add(Paths.customers(step), owner);
        }
    }

    private Taken taken(int near, int far) {
        Optional<String> here = Optional.of(names.get(near));
        Optional<String> there = far == NONE ? Optional.empty() : Optional.of(names.get(far));
        Move move = question.direction() == Direction.FROM ? new Move(here, there) : new Move(there, here);
        int[] nobody = new int[question.steps()];
        Arrays.fill(nobody, -1);
        return new Taken(all.under(move.label()), nobody);
    }
}
