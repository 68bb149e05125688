package perennial.core.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import perennial.core.calendar.LocalDays;
import perennial.core.history.Column;
import perennial.core.history.EventFilter;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// Reads what messages may say of the customers of a shard; for one thread.
public final class PersonalReader {
    /// The property with the category of what was used or bought.
    public static final String CATEGORY = "category";
    /// The property with what was used or bought.
    public static final String PRODUCT = "product";

    private static final String REASON = "reason";

    private final Shard shard;
    private final Objective.Reader objective;
    private final EventFilter activity;
    private final LocalDays localDays;
    private final Optional<Column> categories;
    private final Optional<Column> products;
    private final Optional<Column> reasons;

    public PersonalReader(Plan plan, Shard shard) {
        this.shard = shard;
        objective = plan.objective().in(shard);
        activity = shard.filter(Selection.ACTIVITY);
        localDays = shard.history().calendar().localDays();
        Map<String, Column> properties = shard.properties(List.of(CATEGORY, PRODUCT, REASON));
        categories = Optional.ofNullable(properties.get(CATEGORY));
        products = Optional.ofNullable(properties.get(PRODUCT));
        reasons = Optional.ofNullable(properties.get(REASON));
    }

    /// What may be said of a customer at the as-of instant.
    public Personal of(int owner) {
        Map<Integer, Integer> times = new HashMap<>();
        int favourite = Column.ABSENT;
        int product = Column.ABSENT;
        int lastDay = Integer.MIN_VALUE;
        for (long at = shard.from(owner); at < shard.until(owner); at++) {
            int category = code(categories, at);
            if (category != Column.ABSENT
                    && times.merge(category, 1, Integer::sum) >= times.getOrDefault(favourite, 0)) {
                favourite = category;
            }
            product = code(products, at) == Column.ABSENT ? product : code(products, at);
            if (activity.test(at)) {
                lastDay = localDays.dayOf(shard.timelines().second(at));
            }
        }
        long instant = shard.history().asOf();
        objective.read(owner);
        OptionalLong end = objective.endOf(instant);
        return new Personal(
                lastDay == Integer.MIN_VALUE ? 0 : Math.max(0, localDays.dayOfMillis(instant - 1) - lastDay),
                end.isEmpty() ? Optional.empty() : text(reasons, code(reasons, end.getAsLong())),
                text(categories, favourite),
                text(products, product));
    }

    private static int code(Optional<Column> column, long at) {
        return column.isPresent() ? column.get().code(at) : Column.ABSENT;
    }

    private static Optional<String> text(Optional<Column> column, int code) {
        return column.filter(_ -> code != Column.ABSENT)
                .map(each -> each.dictionary().get(code));
    }
}
