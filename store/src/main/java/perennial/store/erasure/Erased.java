package perennial.store.erasure;

/// What an erasure took away, and the proof that it is gone.
public record Erased(Erasure.Found found, Proof proof) {}
