package perennial.core.random;

/// A dated statement about a visitor, user or account. `value` is JSON text.
public record RawTrait(long seq, String subject, String id, String name, String value, long timeMillis) {}
