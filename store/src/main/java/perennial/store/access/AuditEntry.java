package perennial.store.access;

import java.time.Instant;

/// A line of the audit log.
///
/// @param place where it stands: greater is later
/// @param to what it was done to; may be empty
public record AuditEntry(long place, Instant at, Actor by, Deed did, String to) {}
