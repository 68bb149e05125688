package perennial.core.campaign;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Where a campaign is on its way.
public enum Stage {
    /// Planned; nobody was decided on.
    DRAFT,
    RUNNING,
    /// Nothing is decided and nothing leaves until it is resumed.
    PAUSED,
    /// Ended before its time: nothing more leaves.
    STOPPED;

    /// Whether it may become that.
    public boolean mayBecome(Stage other) {
        return next().contains(other);
    }

    private Set<Stage> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(RUNNING);
            case RUNNING -> EnumSet.of(PAUSED, STOPPED);
            case PAUSED -> EnumSet.of(RUNNING, STOPPED);
            case STOPPED -> EnumSet.noneOf(Stage.class);
        };
    }

    public boolean isLaunched() {
        return this != DRAFT;
    }

    /// The one of this name.
    public static Stage of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no stage of a campaign"));
    }

    /// As tables and answers write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
