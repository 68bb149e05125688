package perennial.core.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import perennial.core.calendar.LocalDays;
import perennial.core.event.Role;
import perennial.core.history.History;
import perennial.core.history.Kept;
import perennial.core.history.OwnerSet;
import perennial.core.history.Passing;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// What a shard's owners are scored by, the more the better.
///
/// @param of by owner, in multiples of a unit; [Ranked#NONE] of who never bought
/// @param perWhole how many of the unit are a whole one: a power of ten
record Measures(long[] of, long perWhole) implements Kept.Piece {
    private static final long BILLION = 1_000_000_000;

    /// The number of the filter of purchases, before that of refunds.
    private static final int PURCHASES = 0;

    /// All they depend on besides the events.
    private record Basis(Score score, List<String> purchases, List<String> refunds, String currency) {}

    /// Kept where all events count: scores are asked for again and again.
    static Measures of(Score score, Shard shard, Amounts amounts) {
        History history = shard.history();
        var basis = new Basis(
                score,
                history.settings().names(Role.PURCHASE),
                history.settings().names(Role.REFUND),
                amounts.currency());
        return history.isCut()
                ? made(score, shard, amounts)
                : shard.kept(Measures.class, basis, all -> made(score, all, amounts));
    }

    private static Measures made(Score score, Shard shard, Amounts amounts) {
        return switch (score) {
            case RECENCY -> new Measures(lastDays(shard), 1);
            case FREQUENCY -> new Measures(purchases(shard), 1);
            case MONETARY -> spent(shard, amounts);
        };
    }

    @Override
    public long byteSize() {
        return (long) Long.BYTES * of.length;
    }

    /// The greatest number of whole ones, above none or below.
    long mostWhole() {
        long least = 0;
        long most = 0;
        for (long measure : of) {
            least = measure == Ranked.NONE ? least : Math.min(least, measure);
            most = Math.max(most, measure);
        }
        return Math.max(-Math.floorDiv(least, perWhole), most / perWhole);
    }

    /// Those of some owners in another unit, rounded down.
    long[] in(long unitsPerWhole, long[] owners) {
        long[] some = nobody(of.length);
        long up = Math.max(1, unitsPerWhole / perWhole);
        long down = Math.max(1, perWhole / unitsPerWhole);
        OwnerSet.forEach(owners, owner -> {
            if (of[owner] != Ranked.NONE) {
                some[owner] = down == 1 ? of[owner] * up : Math.floorDiv(of[owner], down);
            }
        });
        return some;
    }

    /// The names with a role, if there are any.
    private static Optional<Selection> names(Shard shard, Role role) {
        List<String> names = shard.history().settings().names(role);
        return names.isEmpty() ? Optional.empty() : Optional.of(Selection.named(names));
    }

    private static long[] nobody(int owners) {
        long[] all = new long[owners];
        Arrays.fill(all, Ranked.NONE);
        return all;
    }

    private static long[] buyers(Shard shard, Selection purchases) {
        return shard.active(purchases, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static long[] lastDays(Shard shard) {
        long[] days = nobody(shard.size());
        names(shard, Role.PURCHASE).ifPresent(purchases -> {
            LocalDays localDays = shard.history().calendar().localDays();
            Period.Days all = Period.Days.of(shard.history());
            var passing = new Passing(shard, shard.filter(purchases));
            long[] left = buyers(shard, purchases);
            for (int date = all.until() - 1; date >= all.from(); date--) {
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
        long[] counts = nobody(shard.size());
        names(shard, Role.PURCHASE).ifPresent(purchases -> {
            var passing = new Passing(shard, shard.filter(purchases));
            OwnerSet.forEach(buyers(shard, purchases), owner -> {
                counts[owner] = passing.count(shard.from(owner), shard.until(owner));
            });
        });
        return counts;
    }

    /// As multiples of the smallest unit in use, such as cents; if so many do not fit a number, of the next one.
    private static Measures spent(Shard shard, Amounts amounts) {
        long[] whole = nobody(shard.size());
        int[] billionths = new int[shard.size()];
        names(shard, Role.PURCHASE).ifPresent(purchases -> {
            List<Selection> told = new ArrayList<>(List.of(purchases));
            names(shard, Role.REFUND).ifPresent(told::add);
            var passing = new Passing(shard, told.stream().map(shard::filter).toList());
            Amounts.Reader reader = amounts.in(shard);
            var sum = new Amounts.Sum();
            OwnerSet.forEach(buyers(shard, purchases), owner -> {
                sum.clear();
                passing.read(owner);
                for (int i = 0; i < passing.count(); i++) {
                    reader.add(passing.at(i), !passing.passes(i, PURCHASES), sum);
                }
                whole[owner] = sum.whole();
                billionths[owner] = sum.billionths();
            });
        });
        long most = new Measures(whole, 1).mostWhole();
        long perWhole = 1;
        while (perWhole < BILLION && fits(10 * perWhole, most) && !isWhole(billionths, perWhole)) {
            perWhole *= 10;
        }
        for (int owner = 0; owner < whole.length; owner++) {
            if (whole[owner] != Ranked.NONE) {
                whole[owner] = whole[owner] * perWhole + billionths[owner] / (BILLION / perWhole);
            }
        }
        return new Measures(whole, perWhole);
    }

    /// Whether so many whole ones are a number in a unit.
    static boolean fits(long perWhole, long most) {
        return perWhole <= Long.MAX_VALUE / (most + 1);
    }

    private static boolean isWhole(int[] billionths, long perWhole) {
        return Arrays.stream(billionths).allMatch(each -> each % (BILLION / perWhole) == 0);
    }
}
