package perennial.core.campaign;

import java.math.BigDecimal;
import java.util.Optional;

/// The money of a campaign while its messages leave: each takes what the contact costs, and what its offer costs times
/// the share of customers who are expected to come back, by the version it was decided by.
///
/// So it is used up by what was promised, not by what was redeemed so far: when the codes come back it is too late to
/// stop.
public final class Budget {
    private final Versions versions;
    private final BigDecimal share;
    private BigDecimal taken = BigDecimal.ZERO;

    /// @param share of those written to who are expected to come back, in 0..1: see [Verdict.Known#expected(Plan)]
    public Budget(Versions versions, double share) {
        this.versions = versions;
        this.share = BigDecimal.valueOf(share);
    }

    /// Counts messages that left.
    public void count(int version, Optional<Offer> offer, long messages) {
        taken = taken.add(cost(version, offer).multiply(BigDecimal.valueOf(messages)));
    }

    /// Counts a message if there is money for it.
    boolean take(Decision decision) {
        BigDecimal after = taken.add(cost(decision.version(), versions.offer(decision)));
        boolean isEnough = versions.newest()
                .budget()
                .filter(most -> after.compareTo(most) > 0)
                .isEmpty();
        taken = isEnough ? after : taken;
        return isEnough;
    }

    private BigDecimal cost(int version, Optional<Offer> offer) {
        return versions.costPerContact(version)
                .add(offer.map(Offer::cost).orElse(BigDecimal.ZERO).multiply(share));
    }

    /// What is used up.
    public BigDecimal taken() {
        return taken;
    }
}
