package perennial.core.funnel;

import perennial.core.history.Passing;

/// Finds the best attempt among those that begin in `[from, until)`, in milliseconds. For one thread.
interface Attempts {
    /// Writes it into `best`, without steps if there is none.
    void find(Passing events, long from, long until, Attempt best);
}
