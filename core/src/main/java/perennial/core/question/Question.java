package perennial.core.question;

import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.history.Shard;

/// A question with everything settled. It visits each shard of a history once and puts what it counts into numbered
/// boxes; the boxes of all shards add up; the rows are made from the sums. Exact numbers in the boxes, floating point
/// in the rows alone.
public interface Question {
    /// How many boxes it counts in, per group.
    int boxes();

    /// Counts one shard.
    void count(Shard shard, Tallies tallies);

    /// The rows of one group.
    List<Row> rows(Counts counts);

    /// The rules used, in words, one sentence each.
    List<String> rules();
}
