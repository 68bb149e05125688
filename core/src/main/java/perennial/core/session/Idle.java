package perennial.core.session;

import java.time.Duration;
import perennial.core.history.Shard;
import perennial.core.question.Option;
import perennial.core.question.Options;

/// What parts two sessions: a silence longer than this; one just as long does not.
public record Idle(Duration silence) {
    /// No session goes on for longer: an event this long after the first begins another.
    public static final Duration LONGEST_SESSION = Duration.ofHours(24);

    /// The option that sets it.
    public static final Option OPTION =
            new Option("idle", "DURATION", "30m", "A silence longer than this begins a new session.");

    public Idle {
        if (silence.compareTo(LONGEST_SESSION) > 0) {
            throw new IllegalArgumentException("a session ends after 24 hours at the latest, so " + words(silence)
                    + " parts none; give up to 24h");
        }
    }

    /// The setting.
    public static Idle of(Options options) {
        return options.read(OPTION.name(), text -> new Idle(Options.duration(text)))
                .orElseThrow();
    }

    /// Something that reads the sessions of this shard's owners; for one thread.
    public SessionReader reader(Shard shard) {
        return new SessionReader(shard, this);
    }

    /// The rule in words.
    public String rule() {
        return "A session ends with a silence of more than " + words(silence)
                + ", at the latest 24 hours after it began. Only events of the visitor's own doing count. A session"
                + " belongs to the period in which it begins.";
    }

    private static String words(Duration time) {
        return time.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
