package perennial.store.imports;

import java.util.EnumMap;
import java.util.Map;

/// What became of the rows of one import.
///
/// `rows = stored + duplicates + conflicts + filtered + facts + refused`: each row is counted once. Facts are rows that
/// link ids or set traits and are no events.
public record ImportSummary(
        int run,
        long rows,
        long stored,
        long duplicates,
        long conflicts,
        long filtered,
        long facts,
        Map<Reason, Long> refusedBy) {

    public ImportSummary {
        refusedBy = Map.copyOf(refusedBy);
        long counted = stored + duplicates + conflicts + filtered + facts + refused(refusedBy);
        if (counted != rows) {
            throw new IllegalStateException("Bug: " + rows + " rows were read but " + counted + " are accounted for");
        }
    }

    public long refused() {
        return refused(refusedBy);
    }

    /// By reason, in the order of the reasons.
    @Override
    public Map<Reason, Long> refusedBy() {
        var ordered = new EnumMap<Reason, Long>(Reason.class);
        ordered.putAll(refusedBy);
        return ordered;
    }

    private static long refused(Map<Reason, Long> refusedBy) {
        return refusedBy.values().stream().mapToLong(Long::longValue).sum();
    }
}
