package perennial.core.question;

import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.history.Shard;

/// A question that counts into numbered boxes; the boxes of all shards add up, and the rows are made from the sums.
/// Exact numbers in the boxes, floating point in the rows alone.
public non-sealed interface CountQuestion extends Question {
    /// How many boxes it counts in, per group.
    int boxes();

    /// How many histograms it measures in, per group.
    default int histograms() {
        return 0;
    }

    /// Counts one shard.
    void count(Shard shard, Tallies tallies);

    /// The rows of one group.
    List<Row> rows(Counts counts);
}
