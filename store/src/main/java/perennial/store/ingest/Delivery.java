package perennial.store.ingest;

import java.util.List;
import perennial.store.imports.MappedRow;

/// What one request brought: its rows are stored together, or none of them is.
///
/// @param source message ids count within it
/// @param clockSkewMs by how much the sender's clock was ahead; the times of the rows are corrected already
/// @param refused the calls of the request that no row could be made of
public record Delivery(
        String source, long receivedMs, long clockSkewMs, List<MappedRow> rows, List<RefusedCall> refused) {
    public Delivery {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    /// How many calls it has, refused ones too.
    public int size() {
        return rows.size() + refused.size();
    }
}
