package perennial.core.segment;

import java.util.List;
import java.util.stream.IntStream;
import perennial.core.history.History;
import perennial.core.history.Shard;

/// The scores of all who ever bought, as of a history's as-of instant: each one's measure, and the least measure that
/// earns each score.
///
/// A score of k or more needs 5 × (number strictly worse) ≥ (k − 1) × (number of all), which is a threshold in the
/// sorted measures.
final class Scores {
    private final List<long[]> measures;
    private final long[] thresholds;

    private Scores(List<long[]> measures) {
        this.measures = measures;
        thresholds =
                new Ranked(measures).leastAbove(IntStream.range(1, Score.BEST).toArray());
    }

    /// The scores of one shard.
    interface InShard {
        /// 1 to 5; 0 of who never bought.
        int of(int owner);
    }

    InShard in(int shard) {
        long[] mine = measures.get(shard);
        return owner -> {
            if (mine[owner] == Ranked.NONE) {
                return 0;
            }
            int score = 1;
            while (score < Score.BEST && mine[owner] >= thresholds[score - 1]) {
                score++;
            }
            return score;
        };
    }

    static Scores of(Score score, History history) {
        List<Shard> shards = history.shards();
        var amounts = new Amounts(history);
        List<Measures> all = shards.parallelStream()
                .map(shard -> Measures.of(score, shard, amounts))
                .toList();
        long unit = unit(all);
        return new Scores(IntStream.range(0, all.size())
                .parallel()
                .mapToObj(i -> all.get(i).in(unit, shards.get(i).members()))
                .toList());
    }

    /// The smallest unit in use, by how many are a whole one; if so many do not fit a number, the next one.
    private static long unit(List<Measures> all) {
        long most = all.parallelStream().mapToLong(Measures::mostWhole).max().orElse(0);
        long unit = all.stream().mapToLong(Measures::perWhole).max().orElse(1);
        while (!Measures.fits(unit, most)) {
            unit /= 10;
        }
        return unit;
    }
}
