package perennial.core.revenue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.core.event.Role;
import perennial.core.history.Column;
import perennial.core.history.EventFilter;
import perennial.core.history.Shard;
import perennial.core.selection.NumberText;
import perennial.core.selection.Selection;
import perennial.core.workspace.Settings;

/// What an owner spent: the values of its purchases less those of its refunds, exact, in the workspace's currency.
/// Values that are no number or in another currency are left out. For one thread.
public final class Spending {
    private final Shard shard;
    private final List<EventFilter> purchases;
    private final List<EventFilter> refunds;
    private final Optional<Column> values;
    private final Optional<Column> currencies;
    private final String currency;

    public Spending(Shard shard) {
        this.shard = shard;
        Settings settings = shard.history().settings();
        purchases = filters(settings.names(Role.PURCHASE));
        refunds = filters(settings.names(Role.REFUND));
        // To read the values of all events takes a while, so not where nobody has bought anything.
        boolean isTold = Stream.of(Role.PURCHASE, Role.REFUND)
                .flatMap(role -> settings.names(role).stream())
                .anyMatch(shard.history().names()::contains);
        Map<String, Column> told = isTold ? shard.properties(List.of("value", "currency")) : Map.of();
        values = Optional.ofNullable(told.get("value"));
        currencies = Optional.ofNullable(told.get("currency"));
        currency = settings.currency().getCurrencyCode();
    }

    private List<EventFilter> filters(List<String> names) {
        List<EventFilter> filters = new ArrayList<>();
        for (String name : names) {
            filters.add(shard.filter(Selection.named(name)));
        }
        return filters;
    }

    /// In `[from, until)`, in milliseconds, as far as the history's as-of instant.
    public BigDecimal between(int owner, long from, long until) {
        BigDecimal sum = BigDecimal.ZERO;
        long end = Math.min(shard.until(owner), shard.firstFrom(owner, until));
        for (long at = shard.firstFrom(owner, from); at < end && values.isPresent(); at++) {
            if (passesAny(purchases, at)) {
                sum = sum.add(value(values.get(), at));
            }
            if (passesAny(refunds, at)) {
                sum = sum.subtract(value(values.get(), at));
            }
        }
        return sum;
    }

    private static boolean passesAny(List<EventFilter> filters, long at) {
        for (EventFilter filter : filters) {
            if (filter.test(at)) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal value(Column column, long at) {
        int code = column.code(at);
        if (code == Column.ABSENT || !isOurs(at)) {
            return BigDecimal.ZERO;
        }
        String text = column.dictionary().get(code);
        return NumberText.isNumber(text) ? new BigDecimal(text) : BigDecimal.ZERO;
    }

    private boolean isOurs(long at) {
        if (currencies.isEmpty()) {
            return true;
        }
        int code = currencies.get().code(at);
        return code == Column.ABSENT || currencies.get().dictionary().get(code).equals(currency);
    }
}
