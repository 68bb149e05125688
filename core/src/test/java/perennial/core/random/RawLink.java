package perennial.core.random;

/// A dated fact about identity: `anonymous` (visitor is user), `alias` (user is user) or `account` (user is of
/// account).
public record RawLink(long seq, String kind, String from, String to, long timeMillis) {}
