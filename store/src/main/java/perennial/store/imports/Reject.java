package perennial.store.imports;

/// A row that was refused, as it is kept to look at: `reason` is the stable code, `message` the sentence with the fix.
/// Lines count from 1; in a Parquet file they are row numbers.
public record Reject(String file, long line, String field, String value, String reason, String message) {}
