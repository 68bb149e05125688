package perennial.core.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import perennial.core.calendar.LocalDays;
import perennial.core.event.Role;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Passing;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// The scores of all who ever bought, as of a history's as-of instant: each one's measure, the more the better, and the
/// least measure that earns each score.
///
/// A score of k or more needs 5 × (number strictly worse) ≥ (k − 1) × (number of all), which is a threshold in the
/// sorted measures.
final class Scores {
    private static final long BILLION = 1_000_000_000;

    /// The number of the filter of purchases, before that of refunds.
    private static final int PURCHASES = 0;

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
        return new Scores(
                switch (score) {
                    case RECENCY -> each(history, Scores::lastDays);
                    case FREQUENCY -> each(history, Scores::purchases);
                    case MONETARY -> spent(history);
                });
    }

    private static List<long[]> each(History history, Function<Shard, long[]> measure) {
        return history.shards().parallelStream().map(measure).toList();
    }

    /// The names with a role, if there are any.
    private static Optional<Selection> names(History history, Role role) {
        List<String> names = history.settings().names(role);
        return names.isEmpty() ? Optional.empty() : Optional.of(Selection.named(names));
    }

    private static long[] nobody(Shard shard) {
        long[] all = new long[shard.size()];
        Arrays.fill(all, Ranked.NONE);
        return all;
    }

    private static long[] buyers(Shard shard, Selection purchases) {
        return shard.active(purchases, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static long[] lastDays(Shard shard) {
        long[] days = nobody(shard);
        names(shard.history(), Role.PURCHASE).ifPresent(purchases -> {
            History history = shard.history();
            LocalDays localDays = history.calendar().localDays();
            var passing = new Passing(shard, shard.filter(purchases));
            int first = localDays.dayOfMillis(history.firstTime().orElse(0)) - 1;
            long[] left = buyers(shard, purchases);
            int last = localDays.dayOfMillis(Math.min(history.lastTime().orElse(0), history.asOf())) + 1;
            for (int date = last; date >= first; date--) {
                int day = date;
                long[] bought = shard.active(purchases, day, day + 1);
                OwnerSet.and(bought, left);
                left = OwnerSet.except(left, bought);
                boolean isLast = localDays.isParting(day) && localDays.isParting(day + 1);
                OwnerSet.forEach(bought, owner -> {
                    if (!isLast) { // in rare zones an earlier local date may come after a later one
                        passing.read(owner);
                    }
                    days[owner] = isLast ? day : localDays.dayOf(passing.second(passing.count() - 1));
                });
            }
        });
        return days;
    }

    private static long[] purchases(Shard shard) {
        long[] counts = nobody(shard);
        names(shard.history(), Role.PURCHASE).ifPresent(purchases -> {
            var passing = new Passing(shard, shard.filter(purchases));
            OwnerSet.forEach(buyers(shard, purchases), owner -> {
                counts[owner] = passing.count(shard.from(owner), shard.until(owner));
            });
        });
        return counts;
    }

    /// The money of one shard's owners who ever bought: whole units and billionths.
    private record Spent(long[] buyers, long[] whole, int[] billionths) {
        long most() {
            return Arrays.stream(whole).map(Math::abs).max().orElse(0);
        }

        boolean isWhole(long perWhole) {
            return Arrays.stream(billionths).allMatch(each -> each % (BILLION / perWhole) == 0);
        }

        long[] in(long perWhole, Shard shard) {
            long[] all = nobody(shard);
            OwnerSet.forEach(
                    buyers, owner -> all[owner] = whole[owner] * perWhole + billionths[owner] / (BILLION / perWhole));
            return all;
        }
    }

    /// As multiples of the smallest unit in use, such as cents; if so many do not fit a number, of the next one.
    private static List<long[]> spent(History history) {
        Amounts amounts = new Amounts(history);
        List<Shard> shards = history.shards();
        List<Spent> all =
                shards.parallelStream().map(shard -> spent(shard, amounts)).toList();
        long most = all.parallelStream().mapToLong(Spent::most).max().orElse(0);
        long perWhole = 1;
        while (perWhole < BILLION && 10 * perWhole <= Long.MAX_VALUE / (most + 1) && !isWhole(all, perWhole)) {
            perWhole *= 10;
        }
        long unit = perWhole;
        return IntStream.range(0, all.size())
                .parallel()
                .mapToObj(i -> all.get(i).in(unit, shards.get(i)))
                .toList();
    }

    private static boolean isWhole(List<Spent> all, long perWhole) {
        return all.parallelStream().allMatch(each -> each.isWhole(perWhole));
    }

    private static Spent spent(Shard shard, Amounts amounts) {
        Optional<Selection> purchases = names(shard.history(), Role.PURCHASE);
        long[] whole = new long[shard.size()];
        int[] billionths = new int[shard.size()];
        if (purchases.isEmpty()) {
            return new Spent(OwnerSet.empty(shard.size()), whole, billionths);
        }
        List<Selection> told = new ArrayList<>();
        told.add(purchases.get());
        names(shard.history(), Role.REFUND).ifPresent(told::add);
        var passing = new Passing(shard, told.stream().map(shard::filter).toList());
        Amounts.Reader reader = amounts.in(shard);
        var sum = new Amounts.Sum();
        long[] buyers = buyers(shard, purchases.get());
        OwnerSet.forEach(buyers, owner -> {
            sum.clear();
            passing.read(owner);
            for (int i = 0; i < passing.count(); i++) {
                reader.add(passing.at(i), !passing.passes(i, PURCHASES), sum);
            }
            whole[owner] = sum.whole();
            billionths[owner] = sum.billionths();
        });
        return new Spent(buyers, whole, billionths);
    }
}
