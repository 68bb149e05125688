package perennial.core.history;

/// A block of owners that is counted as one piece of work.
public final class Shard {}
