package perennial.core.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.history.Column;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.selection.Condition;

/// The money of events in the workspace's currency, exact: whole units and billionths of one. What is no number, is in
/// another currency, or is 10^15 and more, is none. For all shards of a history at once.
final class Amounts {
    private static final int DIGITS = 9;
    private static final BigDecimal MOST = new BigDecimal("1e15");

    /// What the texts of a column say, by code.
    private record Read(long[] whole, int[] billionths) {}

    /// Adds amounts up. For one thread.
    interface Reader {
        /// Adds that of an event, or takes it off.
        void add(long at, boolean isRefund, Sum into);
    }

    /// A sum so far; the billionths are at most 10^9 times as many as events.
    static final class Sum {
        private long whole;
        private long billionths;

        void clear() {
            whole = 0;
            billionths = 0;
        }

        /// Whole units, rounded down.
        long whole() {
            return whole + Math.floorDiv(billionths, 1_000_000_000L);
        }

        /// What is left over, in billionths.
        int billionths() {
            return (int) Math.floorMod(billionths, 1_000_000_000L);
        }
    }

    private final String currency;
    private final Map<Column, Read> read = new IdentityHashMap<>();

    Amounts(History history) {
        currency = history.settings().currency().getCurrencyCode();
    }

    /// What they are in.
    String currency() {
        return currency;
    }

    /// Reads each text once, for all shards of a part.
    private synchronized Read read(Column column) {
        return read.computeIfAbsent(column, Amounts::texts);
    }

    private static Read texts(Column column) {
        var all = new Read(new long[column.size()], new int[column.size()]);
        for (int code = 1; code < column.size(); code++) {
            String text = column.dictionary().get(code);
            if (Condition.isNumber(text)) {
                BigDecimal value = new BigDecimal(text);
                if (value.abs().compareTo(MOST) < 0) {
                    BigDecimal exact = value.setScale(DIGITS, RoundingMode.HALF_EVEN);
                    all.whole[code] = exact.longValue();
                    all.billionths[code] = exact.remainder(BigDecimal.ONE)
                            .movePointRight(DIGITS)
                            .intValueExact();
                }
            }
        }
        return all;
    }

    Reader in(Shard shard) {
        Map<String, Column> told = shard.properties(List.of("value", "currency"));
        Optional<Column> values = Optional.ofNullable(told.get("value"));
        if (values.isEmpty()) {
            return (at, isRefund, into) -> {};
        }
        Column column = values.get();
        Read amounts = read(column);
        Optional<Column> currencies = Optional.ofNullable(told.get("currency"));
        int ours = currencies.map(some -> some.dictionary().indexOf(currency)).orElse(Column.ABSENT);
        return (at, isRefund, into) -> {
            int code = column.code(at);
            int sent = currencies.isPresent() ? currencies.get().code(at) : Column.ABSENT;
            if (sent == Column.ABSENT || sent == ours) {
                into.whole += isRefund ? -amounts.whole[code] : amounts.whole[code];
                into.billionths += isRefund ? -amounts.billionths[code] : amounts.billionths[code];
            }
        };
    }
}
