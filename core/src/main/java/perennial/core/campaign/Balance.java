package perennial.core.campaign;

/// Where everybody of an audience is; nobody is in two places, and nobody in none.
///
/// @param pending planned, leased or being sent
public record Balance(
        long audience,
        long holdout,
        long excluded,
        long sent,
        long failed,
        long skipped,
        long uncertain,
        long pending) {
    /// The law of every campaign at every moment.
    public boolean holds() {
        return audience == holdout + excluded + sent + failed + skipped + uncertain + pending;
    }

    @Override
    public String toString() {
        return "audience %d = holdout %d + excluded %d + sent %d + failed %d + skipped %d + uncertain %d + pending %d"
                .formatted(audience, holdout, excluded, sent, failed, skipped, uncertain, pending);
    }
}
