package perennial.store.query;

import java.time.Duration;

/// How much one query may take.
///
/// @param rows shown of its result
/// @param memoryMb the database may use for it
public record QueryLimits(int rows, Duration time, int memoryMb) {
    /// What suits a machine that does other work too.
    public static final QueryLimits STANDARD = new QueryLimits(10_000, Duration.ofSeconds(30), 256);

    /// Rows that may be asked for.
    public static final int MOST_ROWS = 100_000;

    /// The same with another number of rows.
    public QueryLimits withRows(int newRows) {
        return new QueryLimits(newRows, time, memoryMb);
    }
}
