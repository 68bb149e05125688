package perennial.core.life;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import perennial.core.calendar.Calendar;
import perennial.core.history.Column;
import perennial.core.history.EventFilter;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// Lives by contract, from the events with the roles *start* and *end*.
///
/// - A start opens the contract its `subscription` names, an end closes it at its `ends_at`, never before the end event
///   itself; an end that names none closes all that are open.
/// - A start before `ends_at` withdraws the cancel. An end of what is not open is ignored.
/// - A life is the union of the customer's contracts; gaps under 24 hours do not break it, so a switch of plans is no
///   end.
public record ContractLives(List<String> startNames, List<String> endNames) implements LifeSource {
    /// The property that tells the contracts of a customer apart.
    public static final String SUBSCRIPTION = "subscription";
    /// The property with the end of the paid term.
    public static final String ENDS_AT = "ends_at";

    private static final long BRIDGE = 24 * 3_600_000L;

    /// One stretch of one contract.
    private static final class Contract {
        private final int subscription;
        private final long start;
        private final long startAt;
        private long end = Lives.OPEN;
        private long endAt;

        Contract(int subscription, long start, long startAt) {
            this.subscription = subscription;
            this.start = start;
            this.startAt = startAt;
            this.endAt = startAt;
        }
    }

    /// Reads the lives of one owner after the other, as far as the events before a position tell.
    public interface UpTo {
        /// Fills `into` with the owner's lives.
        void read(int owner, long until, Lives into);
    }

    @Override
    public Reader in(Shard shard) {
        UpTo reader = upTo(shard);
        return (owner, into) -> reader.read(owner, shard.until(owner), into);
    }

    /// Something that reads the lives of this shard's owners as they were at any time; for one thread.
    public UpTo upTo(Shard shard) {
        Optional<EventFilter> starts = filter(shard, startNames);
        Optional<EventFilter> ends = filter(shard, endNames);
        if (starts.isEmpty()) {
            return (owner, until, into) -> into.clear();
        }
        EventFilter started = starts.get();
        Optional<Column> subscriptions = shard.property(SUBSCRIPTION);
        Optional<Column> endsAt = shard.property(ENDS_AT);
        Calendar calendar = shard.history().calendar();
        List<Contract> contracts = new ArrayList<>();
        return (owner, until, into) -> {
            into.clear();
            contracts.clear();
            for (long at = shard.from(owner); at < until; at++) {
                if (started.test(at)) {
                    open(contracts, code(subscriptions, at), shard.timelines().time(at), at);
                } else if (!contracts.isEmpty()
                        && ends.isPresent()
                        && ends.get().test(at)) {
                    long now = shard.timelines().time(at);
                    close(contracts, code(subscriptions, at), now, Math.max(now, end(endsAt, at, now, calendar)), at);
                }
            }
            unite(contracts, into);
        };
    }

    /// Empty if there is no such event, so that nothing needs to be read for it.
    private static Optional<EventFilter> filter(Shard shard, List<String> names) {
        List<String> known =
                names.stream().filter(shard.history().names()::contains).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(shard.filter(Selection.named(known)));
    }

    private static int code(Optional<Column> column, long at) {
        return column.isPresent() ? column.get().code(at) : Column.ABSENT;
    }

    private static long end(Optional<Column> endsAt, long at, long otherwise, Calendar calendar) {
        int code = code(endsAt, at);
        if (code == Column.ABSENT) {
            return otherwise;
        }
        try {
            return calendar.parse(endsAt.orElseThrow().dictionary().get(code));
        } catch (DateTimeException unreadable) {
            return otherwise;
        }
    }

    private static void open(List<Contract> contracts, int subscription, long now, long at) {
        for (Contract contract : contracts) {
            if (contract.subscription == subscription && contract.end > now) {
                contract.end = Lives.OPEN;
                return;
            }
        }
        contracts.add(new Contract(subscription, now, at));
    }

    private static void close(List<Contract> contracts, int subscription, long now, long end, long at) {
        for (Contract contract : contracts) {
            if (contract.end > now && (subscription == Column.ABSENT || contract.subscription == subscription)) {
                contract.end = end;
                contract.endAt = at;
            }
        }
    }

    private static void unite(List<Contract> contracts, Lives into) {
        contracts.sort(Comparator.comparingLong((Contract contract) -> contract.start)
                .thenComparingLong(contract -> contract.startAt));
        for (int i = 0; i < contracts.size(); ) {
            Contract first = contracts.get(i);
            Contract last = first;
            for (i++; i < contracts.size() && isWithin(contracts.get(i).start, last.end); i++) {
                Contract next = contracts.get(i);
                boolean isLater = next.end > last.end || next.end == last.end && next.endAt > last.endAt;
                last = isLater ? next : last;
            }
            into.add(first.start, last.end, first.startAt, last.endAt);
        }
    }

    private static boolean isWithin(long start, long end) {
        return end == Lives.OPEN || start - end < BRIDGE;
    }

    @Override
    public String rule() {
        return "A life is an unbroken stretch with a contract: from " + String.join(", ", startNames) + " to the end of"
                + " the paid term after " + String.join(", ", endNames) + "; gaps under 24 hours do not break it.";
    }
}
