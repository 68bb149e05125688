package perennial.core.question;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import perennial.core.answer.Row;
import perennial.core.customer.Owner;
import perennial.core.history.Group;

/// Customers by rank, the highest first and equal ones in the order of [Owner]; only the first so many are
/// kept. For one thread; the rankings of several add up.
public final class Ranking {
    private record Ranked(Group group, Owner customer, Supplier<Row> row, double[] ranks) {}

    private static final Comparator<Ranked> FIRST_TO_LAST =
            Comparator.comparing(Ranked::ranks, Arrays::compare).reversed().thenComparing(Ranked::customer);

    private final int limit;
    private final boolean isSplit;
    private final PriorityQueue<Ranked> kept = new PriorityQueue<>(FIRST_TO_LAST.reversed());
    private long named;

    /// @param isSplit whether rows tell the group
    Ranking(int limit, boolean isSplit) {
        this.limit = limit;
        this.isSplit = isSplit;
    }

    /// A customer of the answer. Its row is made only if it is among the first.
    ///
    /// @param group of `--by`
    /// @param ranks the one that decides first, then those that decide between equal ones
    public void add(Group group, Owner customer, Supplier<Row> row, double... ranks) {
        if (!group.isOutside()) {
            named++;
            keep(new Ranked(group, customer, row, ranks));
        }
    }

    private void keep(Ranked customer) {
        kept.add(customer);
        if (kept.size() > limit) {
            kept.poll();
        }
    }

    /// Adds the customers of another.
    void add(Ranking other) {
        named += other.named;
        other.kept.forEach(this::keep);
    }

    /// How many were named, kept or not.
    long named() {
        return named;
    }

    List<Row> rows() {
        return kept.stream().sorted(FIRST_TO_LAST).map(this::row).toList();
    }

    private Row row(Ranked customer) {
        Row row = customer.row().get();
        return isSplit ? Asking.grouped(row, customer.group()) : row;
    }
}
