package perennial.core.history;

/// All timelines of one unit, as of one instant.
public final class History {}
