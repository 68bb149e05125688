package perennial.company;

/// The comeback mail of March 2026, with a holdout: whoever had been without a contract for more than 90 days was
/// assigned to one of two arms; the treated got the mail.
///
/// The planted effect is a difference of chances: a treated customer is back within 90 days with its own chance plus
/// the effect. So of those who would not have come, the share `effect ÷ (1 − own chance)` comes.
final class ComebackMail {
    private static final String CAMPAIGN = "\"campaign\":\"spring-comeback\"";

    private final Outbox outbox;
    private final Sender sender;
    private final Dice dice;

    ComebackMail(Outbox outbox, Sender sender, Dice dice) {
        this.outbox = outbox;
        this.sender = sender;
        this.dice = dice;
    }

    /// How many days after the end of its contract the customer is back, the mail considered.
    double days(long ended, double ownDays) {
        double lapsedDays = (double) (Era.CAMPAIGN - ended) / Era.DAY;
        if (lapsedDays <= Comeback.SOON_DAYS || ownDays <= lapsedDays) {
            return ownDays;
        }
        boolean isTreated = !dice.chance(Planted.CAMPAIGN_HOLDOUT_SHARE.value());
        long time = Era.CAMPAIGN + dice.between(0, Era.HOUR);
        outbox.track(
                sender,
                "Campaign Assigned",
                CAMPAIGN + ",\"arm\":\"" + (isTreated ? "treatment" : "holdout") + "\"",
                time);
        double daysByMail = lapsedDays + 0.5 + 85 * StrictMath.pow(dice.share(), 2);
        boolean isMoved = dice.chance(Planted.CAMPAIGN_EFFECT.value() / (1 - Comeback.chanceSoonAfter(lapsedDays)));
        if (!isTreated) {
            return ownDays;
        }
        outbox.mail(sender, "spring-comeback", "," + CAMPAIGN, time + 60_000);
        return isMoved && ownDays > lapsedDays + Comeback.SOON_DAYS ? daysByMail : ownDays;
    }
}
