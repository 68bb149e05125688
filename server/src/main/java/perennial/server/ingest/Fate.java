package perennial.server.ingest;

import perennial.store.ingest.Intake.Outcome;

/// What became of one call of a request.
sealed interface Fate {
    /// It could be read; this is what the store did with it.
    record Taken(Outcome outcome) implements Fate {}

    /// It could not be stored.
    ///
    /// @param field that is wrong; empty if it is the whole
    /// @param reason a stable code
    /// @param sentence with the fix
    record Refused(String field, String reason, String sentence) implements Fate {}
}
