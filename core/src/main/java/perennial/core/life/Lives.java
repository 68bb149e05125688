package perennial.core.life;

/// The lives of one customer in order, `[start, end)` each; the last may be open. Reads one customer after the other;
/// for one thread.
public interface Lives {
    /// The end of a life that goes on.
    long OPEN = Long.MAX_VALUE;

    /// Reads the lives of an owner; all else tells of the owner read last.
    void read(int owner);

    int count();

    /// First instant of life `i`, in milliseconds.
    long start(int i);

    /// The instant it ended, itself outside; [#OPEN] while it goes on. It may lie in the future.
    long end(int i);

    /// Position of the event that started it.
    long startAt(int i);

    /// Position of the event that ended it, or of the last one so far.
    long endAt(int i);

    /// The life open at an instant, or -1.
    default int openAt(long instant) {
        for (int i = 0; i < count() && start(i) <= instant; i++) {
            if (instant < end(i)) {
                return i;
            }
        }
        return -1;
    }
}
