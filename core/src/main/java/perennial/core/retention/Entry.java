package perennial.core.retention;

import java.util.Arrays;
import java.util.Locale;

/// When somebody enters a cohort.
public enum Entry {
    /// With the first matching event of the whole history.
    FIRST,
    /// With the very first event, if it matches.
    FIRST_EVER,
    /// Anew in each period with a matching event.
    RECURRING;

    static Entry of(String name) {
        return Arrays.stream(values())
                .filter(entry -> entry.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + name + "\" is no entry; choose one of first, first-ever, recurring"));
    }

    String rule(String start) {
        return switch (this) {
            case FIRST -> "Entry: the first time ever somebody did " + start + ".";
            case FIRST_EVER -> "Entry: the very first event of somebody, if it is " + start + ".";
            case RECURRING -> "Entry: anew in each period in which somebody did " + start + ".";
        };
    }

    /// As the command line writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
