package perennial.company;

/// How many days after the end of its contract a customer starts the next one: with the planted chance within 90
/// days, else perhaps within the 450 days after, else never.
final class Comeback {
    static final double NEVER = Double.POSITIVE_INFINITY;
    static final int SOON_DAYS = 90;
    private static final int LATE_DAYS = 450;

    private Comeback() {}

    static double days(Reason reason, Dice dice) {
        boolean isSoon = dice.chance(reason.back());
        boolean isLate = dice.chance(Planted.BACK_LATER.value());
        double share = dice.share();
        if (isSoon) {
            return 1 + (SOON_DAYS - 2) * StrictMath.pow(share, reason.haste());
        }
        return isLate ? SOON_DAYS + LATE_DAYS * share : NEVER;
    }

    /// The chance that somebody not back after so many days, 90 or more, is back within the 90 days after these.
    static double chanceSoonAfter(double days) {
        double before = lateChance(days);
        return (lateChance(days + SOON_DAYS) - before) / (1 - before);
    }

    /// Among those not back within 90 days, which share is back by then.
    private static double lateChance(double days) {
        return Planted.BACK_LATER.value() * Math.clamp((days - SOON_DAYS) / LATE_DAYS, 0, 1);
    }
}
