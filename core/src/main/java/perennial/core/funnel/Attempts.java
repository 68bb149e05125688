package perennial.core.funnel;

/// Finds the best attempt among those that begin in `[from, until)`, in milliseconds. For one thread.
interface Attempts {
    /// Writes it into `best`, without steps if there is none.
    void find(StepEvents events, long from, long until, Attempt best);
}
