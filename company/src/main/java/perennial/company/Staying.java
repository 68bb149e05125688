package perennial.company;

/// How long somebody stays a user: each week since sign-up has its chance to fall silent for good, the same for all
/// but for the planted factors.
final class Staying {
    private Staying() {}

    /// The chance that somebody still there falls silent in this week since sign-up.
    private static double dropChance(int week, double factor) {
        Planted base = week == 0
                ? Planted.DROP_WEEK_0
                : week == 1
                        ? Planted.DROP_WEEK_1
                        : week < 4
                                ? Planted.DROP_WEEKS_2_TO_3
                                : week < 8
                                        ? Planted.DROP_WEEKS_4_TO_7
                                        : week < 26 ? Planted.DROP_WEEKS_8_TO_25 : Planted.DROP_WEEKS_FROM_26;
        return base.value() * factor;
    }

    /// When somebody who signed up then falls silent; perhaps after the end of the era.
    static long silentFrom(long signUp, double factor, Dice dice) {
        int week = 0;
        while (signUp + week * Era.WEEK < Era.UNTIL && !dice.chance(dropChance(week, factor))) {
            week++;
        }
        return signUp + week * Era.WEEK + dice.between(0, Era.WEEK);
    }
}
