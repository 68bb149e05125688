package perennial.core.funnel;

import perennial.core.history.Passing;

/// Attempts whose steps follow in order without other activity between. What the owner did not cause may lie between.
final class StrictAttempts implements Attempts {
    private final int activity;
    private final long window;
    private final Attempt tried;

    /// @param activity the number of the set of all activity among the filters read
    /// @param window in milliseconds, from the first event; its end is inside
    StrictAttempts(int steps, int activity, long window) {
        this.activity = activity;
        this.window = window;
        tried = new Attempt(steps);
    }

    @Override
    public void find(Passing events, long from, long until, Attempt best) {
        best.clear();
        for (int i = 0; i < events.count() && !best.isWhole(); i++) {
            if ((events.passed(i) & 1) != 0 && events.time(i) >= from && events.time(i) < until) {
                follow(events, i);
                if (tried.steps() > best.steps()) {
                    best.take(tried);
                }
            }
        }
    }

    private void follow(Passing events, int first) {
        long start = events.time(first);
        tried.begin(events.at(first), start);
        for (int i = first + 1; i < events.count() && !tried.isWhole() && events.time(i) - start <= window; i++) {
            if ((events.passed(i) >>> tried.steps() & 1) != 0) {
                tried.step(events.time(i));
            } else if ((events.passed(i) >>> activity & 1) != 0) {
                return;
            }
        }
    }
}
