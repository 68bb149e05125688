package perennial.core.funnel;

/// An owner's best attempt at a funnel: the one with the most steps; of equal ones the earliest. Written anew for each
/// owner.
final class Attempt {
    private final long[] times;
    private long at;
    private int steps;

    /// @param steps how many a whole attempt has
    Attempt(int steps) {
        times = new long[steps];
    }

    /// There is none yet.
    void clear() {
        steps = 0;
    }

    /// Begins with the event at a position.
    void begin(long position, long time) {
        at = position;
        times[0] = time;
        steps = 1;
    }

    /// Takes one step more.
    void step(long time) {
        times[steps++] = time;
    }

    /// Copies another.
    void take(Attempt other) {
        at = other.at;
        steps = other.steps;
        System.arraycopy(other.times, 0, times, 0, steps);
    }

    /// How many steps it has; 0 if there is no attempt.
    int steps() {
        return steps;
    }

    boolean isWhole() {
        return steps == times.length;
    }

    /// Position of its first event.
    long at() {
        return at;
    }

    /// From its first event to that of a step, both from 0, in milliseconds.
    long millisTo(int step) {
        return times[step] - times[0];
    }
}
