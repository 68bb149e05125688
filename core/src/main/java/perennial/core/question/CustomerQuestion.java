package perennial.core.question;

import perennial.core.history.Shard;

/// A question whose rows are customers, those that matter most first.
public non-sealed interface CustomerQuestion extends Question {
    /// How many rows at most.
    int limit();

    /// Names the customers of one shard that belong in the answer.
    void list(Shard shard, Ranking ranking);
}
