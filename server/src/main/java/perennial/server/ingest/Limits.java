package perennial.server.ingest;

import perennial.server.ingest.Fault.Kind;

/// What one request may hold.
///
/// @param requestBytes as sent, and unpacked
/// @param eventCharacters of what is kept of one event
/// @param events in one request
record Limits(int requestBytes, int eventCharacters, int events) {
    private static final int MEGABYTE = 1 << 20;

    static final Limits SEGMENT = new Limits(MEGABYTE, 64 << 10, 2_500);
    static final Limits POSTHOG = new Limits(20 * MEGABYTE, MEGABYTE, 10_000);
    static final Limits MIXPANEL = new Limits(10 * MEGABYTE, MEGABYTE, 2_000);
    static final Limits AMPLITUDE = new Limits(20 * MEGABYTE, MEGABYTE, 2_000);
    static final Limits OWN = new Limits(20 * MEGABYTE, MEGABYTE, 10_000);

    /// @throws Fault if there are more events than one request may hold
    void requireFew(long found) throws Fault {
        if (found > events) {
            throw tooMany(Long.toString(found));
        }
    }

    /// @param found how many events, in words
    Fault tooMany(String found) {
        return new Fault(Kind.TOO_LARGE, "The request holds " + found + " events; send at most " + events + " at once");
    }
}
