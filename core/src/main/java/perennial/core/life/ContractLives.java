package perennial.core.life;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import perennial.core.calendar.Calendar;
import perennial.core.event.Role;
import perennial.core.history.Column;
import perennial.core.history.EventFilter;
import perennial.core.history.History;
import perennial.core.history.Shard;

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

    /// Those of the names that have the roles in this history.
    public static ContractLives of(History history) {
        return new ContractLives(
                history.settings().names(Role.LIFE_START), history.settings().names(Role.LIFE_END));
    }

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

        boolean isEndedAfter(Contract other) {
            return end > other.end || end == other.end && endAt > other.endAt;
        }
    }

    /// Lives as they were at any time.
    public interface SoFar extends Lives {
        /// Reads the lives of an owner as far as the events before a position tell.
        void read(int owner, long until);
    }

    @Override
    public SoFar in(Shard shard) {
        return new ByContracts(shard);
    }

    /// The united contracts: of each life the one that started it and the one that ended it.
    private final class ByContracts implements SoFar {
        private final Shard shard;
        private final Optional<EventFilter> starts;
        private final Optional<EventFilter> ends;
        private final Optional<Column> subscriptions;
        private final Optional<Column> endsAt;
        private final List<Contract> contracts = new ArrayList<>();
        private final List<Contract> first = new ArrayList<>();
        private final List<Contract> last = new ArrayList<>();

        ByContracts(Shard shard) {
            this.shard = shard;
            starts = shard.filter(startNames);
            ends = shard.filter(endNames);
            subscriptions = starts.flatMap(any -> shard.property(SUBSCRIPTION));
            endsAt = starts.flatMap(any -> shard.property(ENDS_AT));
        }

        @Override
        public void read(int owner) {
            read(owner, shard.until(owner));
        }

        @Override
        public void read(int owner, long until) {
            contracts.clear();
            starts.ifPresent(started -> readContracts(owner, until, started));
            unite();
        }

        private void readContracts(int owner, long until, EventFilter started) {
            for (long at = shard.from(owner); at < until; at++) {
                if (started.test(at)) {
                    open(contracts, code(subscriptions, at), shard.timelines().time(at), at);
                } else if (!contracts.isEmpty()
                        && ends.isPresent()
                        && ends.get().test(at)) {
                    long now = shard.timelines().time(at);
                    long end = paidUntil(endsAt, at, now, shard.history().calendar());
                    close(contracts, code(subscriptions, at), now, Math.max(now, end), at);
                }
            }
        }

        private void unite() {
            first.clear();
            last.clear();
            contracts.sort(Comparator.comparingLong((Contract contract) -> contract.start)
                    .thenComparingLong(contract -> contract.startAt));
            for (Contract contract : contracts) {
                if (last.isEmpty() || !isWithin(contract.start, last.getLast().end)) {
                    first.add(contract);
                    last.add(contract);
                } else if (contract.isEndedAfter(last.getLast())) {
                    last.set(last.size() - 1, contract);
                }
            }
        }

        @Override
        public int count() {
            return first.size();
        }

        @Override
        public long start(int i) {
            return first.get(i).start;
        }

        @Override
        public long end(int i) {
            return last.get(i).end;
        }

        @Override
        public long startAt(int i) {
            return first.get(i).startAt;
        }

        @Override
        public long endAt(int i) {
            return last.get(i).endAt;
        }
    }

    private static int code(Optional<Column> column, long at) {
        return column.isPresent() ? column.get().code(at) : Column.ABSENT;
    }

    private static long paidUntil(Optional<Column> endsAt, long at, long otherwise, Calendar calendar) {
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

    private static boolean isWithin(long start, long end) {
        return end == Lives.OPEN || start - end < BRIDGE;
    }

    @Override
    public String rule() {
        return "A life is an unbroken stretch with a contract: from " + String.join(", ", startNames) + " to the end of"
                + " the paid term after " + String.join(", ", endNames) + "; gaps under 24 hours do not break it.";
    }
}
