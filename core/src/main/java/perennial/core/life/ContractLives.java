package perennial.core.life;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.core.calendar.Calendar;
import perennial.core.event.Role;
import perennial.core.history.Column;
import perennial.core.history.History;
import perennial.core.history.Passing;
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

    /// The number of the filter of starts, before that of ends.
    private static final int STARTS = 0;

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

    /// Kept where all events count: lives are asked for again and again, and few.
    @Override
    public Lives in(Shard shard) {
        SoFar read = soFar(shard);
        boolean isAny = shard.history().names().stream().anyMatch(startNames::contains);
        return shard.history().isCut() || !isAny
                ? read
                : shard.kept(KeptLives.class, this, all -> KeptLives.of(all, read))
                        .in(shard);
    }

    /// Something that reads the lives of this shard's owners as they were at any time; for one thread.
    public SoFar soFar(Shard shard) {
        return new ByContracts(shard);
    }

    /// The united contracts: of each life the one that started it and the one that ended it.
    private final class ByContracts implements SoFar {
        private final Shard shard;
        private final boolean isAnyStart;
        private final Passing passing;
        private final Optional<Column> subscriptions;
        private final Optional<Column> endsAt;
        private final List<Contract> contracts = new ArrayList<>();
        private final List<Contract> first = new ArrayList<>();
        private final List<Contract> last = new ArrayList<>();

        ByContracts(Shard shard) {
            this.shard = shard;
            isAnyStart = shard.history().names().stream().anyMatch(startNames::contains);
            passing = new Passing(
                    shard,
                    Stream.of(startNames, endNames)
                            .map(shard::filter)
                            .flatMap(Optional::stream)
                            .toList());
            Map<String, Column> told = isAnyStart ? shard.properties(List.of(SUBSCRIPTION, ENDS_AT)) : Map.of();
            subscriptions = Optional.ofNullable(told.get(SUBSCRIPTION));
            endsAt = Optional.ofNullable(told.get(ENDS_AT));
        }

        @Override
        public void read(int owner) {
            read(owner, shard.until(owner));
        }

        @Override
        public void read(int owner, long until) {
            contracts.clear();
            if (isAnyStart) {
                readContracts(owner, until);
            }
            unite();
        }

        private void readContracts(int owner, long until) {
            passing.read(shard.from(owner), until);
            for (int i = 0; i < passing.count(); i++) {
                long at = passing.at(i);
                long now = passing.time(i);
                if (passing.passes(i, STARTS)) {
                    open(contracts, code(subscriptions, at), now, at);
                } else if (!contracts.isEmpty()) {
                    long end = paidUntil(endsAt, at, now, shard.history().calendar());
                    close(contracts, code(subscriptions, at), now, Math.max(now, end), at);
                }
            }
        }

        /// Contracts are in the order in which they began, as the events are.
        private void unite() {
            first.clear();
            last.clear();
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
