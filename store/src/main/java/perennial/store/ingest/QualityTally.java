package perennial.store.ingest;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import perennial.store.imports.MappedRow;
import perennial.store.ingest.Intake.Outcome;

/// Counts how the calls of some deliveries fared, by source and the day they were received.
final class QualityTally {
    static final long LATE_MS = TimeUnit.DAYS.toMillis(1);
    static final long FUTURE_MS = TimeUnit.MINUTES.toMillis(5);
    static final long SKEWED_MS = TimeUnit.MINUTES.toMillis(1);

    private final Map<Counted, Long> counts = new TreeMap<>();

    private record Counted(String source, int day, Quality kind) implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            int bySource = source.compareTo(other.source);
            int byDay = Integer.compare(day, other.day);
            return bySource != 0 ? bySource : byDay != 0 ? byDay : kind.compareTo(other.kind);
        }
    }

    /// @param fared what became of the rows of the delivery
    void add(Delivery delivery, List<Outcome> fared) {
        for (int i = 0; i < fared.size(); i++) {
            MappedRow row = delivery.rows().get(i);
            count(delivery, quality(fared.get(i)), 1);
            if (fared.get(i) == Outcome.STORED) {
                long age = delivery.receivedMs() - row.timeMs();
                count(delivery, Quality.LATE, age > LATE_MS ? 1 : 0);
                count(delivery, Quality.FUTURE, -age > FUTURE_MS ? 1 : 0);
                count(delivery, Quality.CLOCK_SKEWED, Math.abs(delivery.clockSkewMs()) > SKEWED_MS ? 1 : 0);
            }
        }
        count(delivery, Quality.REFUSED, delivery.refused().size());
    }

    private static Quality quality(Outcome outcome) {
        return switch (outcome) {
            case STORED -> Quality.STORED;
            case DUPLICATE -> Quality.DUPLICATE;
            case CONFLICTING -> Quality.CONFLICTING;
            case ERASED -> Quality.ERASED;
        };
    }

    private void count(Delivery delivery, Quality kind, long more) {
        if (more > 0) {
            int day = Math.toIntExact(Math.floorDiv(delivery.receivedMs(), TimeUnit.DAYS.toMillis(1)));
            counts.merge(new Counted(delivery.source(), day, kind), more, Long::sum);
        }
    }

    /// Adds the counts to those that are stored.
    ///
    /// @return how many rows that takes
    int store(LogWriter log) throws SQLException {
        for (var each : counts.entrySet()) {
            log.count(each.getKey().source(), each.getKey().day(), each.getKey().kind(), each.getValue());
        }
        return counts.size();
    }
}
