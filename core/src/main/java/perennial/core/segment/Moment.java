package perennial.core.segment;

/// When somebody is judged.
///
/// @param instant in milliseconds; only what happened before it counts
/// @param today the local date of the last millisecond before it
/// @param until position of the owner's first event that does not count
record Moment(long instant, int today, long until) {}
