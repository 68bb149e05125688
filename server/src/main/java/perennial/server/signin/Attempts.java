package perennial.server.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import perennial.store.access.Secret;

/// How often somebody may try: so many times for one thing within a quarter of an hour. An attempt counts
/// before its end is known, so that many at once are many; one that succeeds is forgiven.
///
/// Remembers the newest 20,000 things that were tried, by their hash.
public final class Attempts {
    private static final Duration SPAN = Duration.ofMinutes(15);
    private static final int MOST_THINGS = 20_000;

    private final Clock clock;
    private final int most;
    private final Map<String, Deque<Instant>> tried = new LinkedHashMap<>(16, 0.75f, true);

    public Attempts(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /// Counts an attempt.
    ///
    /// @return until when there may be none, if there were too many; this one does not count then
    public synchronized Optional<Instant> tryFor(String thing) {
        Instant now = clock.instant();
        Deque<Instant> times = tried.computeIfAbsent(new Secret(thing).hash(), key -> new ArrayDeque<>());
        forgetOldest();
        while (!times.isEmpty() && !now.isBefore(times.getFirst().plus(SPAN))) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return Optional.of(times.getFirst().plus(SPAN));
        }
        times.addLast(now);
        return Optional.empty();
    }

    private void forgetOldest() {
        Iterator<String> oldest = tried.keySet().iterator();
        while (tried.size() > MOST_THINGS) {
            oldest.next();
            oldest.remove();
        }
    }

    /// Forgets all attempts for a thing.
    synchronized void forgive(String thing) {
        tried.remove(new Secret(thing).hash());
    }

    /// Takes the last attempt for a thing back.
    public synchronized void takeBack(String thing) {
        Optional.ofNullable(tried.get(new Secret(thing).hash())).ifPresent(Deque::pollLast);
    }
}
