package perennial.store.imports;

/// Told now and then how far an import has come.
@FunctionalInterface
public interface Progress {
    /// For callers that do not care.
    Progress NONE = (step, done, total, rows) -> {};

    /// `step` says what is being done; `done` of `total` bytes are read, `rows` rows seen so far.
    void at(String step, long done, long total, long rows);
}
