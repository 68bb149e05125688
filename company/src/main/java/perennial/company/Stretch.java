package perennial.company;

/// A stretch of time, `[from, until)`, in ms since 1970 UTC.
record Stretch(long from, long until) {}
