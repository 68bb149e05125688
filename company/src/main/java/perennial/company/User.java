package perennial.company;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Who one person is, and what chance has decided about its time here.
///
/// @param signUp when it became known
/// @param silentFrom when it falls silent for good, unless a contract brings it back
/// @param hasPlanned whether it plans a garden in its first week
/// @param rate visits in an ordinary week; heavily skewed
/// @param winters when it sleeps, if it is a seasonal user
record User(
        String id,
        long signUp,
        long silentFrom,
        boolean hasPlanned,
        double rate,
        boolean isShopper,
        boolean hasTwoDevices,
        boolean readsNews,
        Device device,
        List<Stretch> winters) {
    private static final double LEAST_RATE = 0.33;
    private static final double RATE_SHAPE = 1.9;
    private static final double MOST_RATE = 14;
    private static final long BEGINNER = 4 * Era.WEEK;
    private static final double BEGINNER_ZEAL = 2.5;

    /// What it is seen on.
    enum Device {
        IOS,
        ANDROID,
        WEB;

        /// As lines name it.
        final String label = name().toLowerCase(java.util.Locale.ROOT);

        static Device of(Dice dice) {
            return values()[dice.pick(36, 34, 30)];
        }

        Device other() {
            return this == WEB ? ANDROID : WEB;
        }
    }

    User {
        winters = List.copyOf(winters);
    }

    static User of(String id, long signUp, boolean isTeam, boolean isSeasonal, Channel channel, Dice dice) {
        boolean hasPlanned = dice.chance(Planted.PLANNED_SHARE.value());
        return new User(
                id,
                signUp,
                Staying.silentFrom(signUp, dropFactor(signUp, isTeam, hasPlanned, channel), dice),
                hasPlanned,
                dice.skewed(LEAST_RATE, RATE_SHAPE, MOST_RATE),
                dice.chance(0.25),
                dice.chance(0.18),
                dice.chance(0.15),
                Device.of(dice),
                isSeasonal ? winters(signUp, dice) : List.of());
    }

    /// Visits expected in a week of ordinary days; more in the first weeks, when all is new.
    double rate(long time) {
        return time < signUp + BEGINNER ? rate * BEGINNER_ZEAL : rate;
    }

    boolean isAsleep(long time) {
        for (Stretch winter : winters) {
            if (time >= winter.from() && time < winter.until()) {
                return true;
            }
        }
        return false;
    }

    private static double dropFactor(long signUp, boolean isTeam, boolean hasPlanned, Channel channel) {
        return channel.dropFactor()
                * Planted.DROP_FACTOR_COUNTRY.value()
                * (hasPlanned ? Planted.DROP_FACTOR_PLANNED.value() : 1)
                * (isTeam ? Planted.DROP_FACTOR_TEAM.value() : 1)
                * (Era.isBadRelease(signUp) ? Planted.DROP_FACTOR_BAD_RELEASE.value() : 1);
    }

    /// From some day of November to some day of March; not in the winter after a sign-up in autumn.
    private static List<Stretch> winters(long signUp, Dice dice) {
        List<Stretch> winters = new ArrayList<>();
        for (int year = 2024; year < 2026; year++) {
            long from = Era.startOf(LocalDate.of(year, 11, 1)) + dice.between(0, 20 * Era.DAY);
            long until = Era.startOf(LocalDate.of(year + 1, 3, 1)) + dice.between(0, 20 * Era.DAY);
            if (signUp < Era.startOf(LocalDate.of(year, 10, 15))) {
                winters.add(new Stretch(from, until));
            }
        }
        return winters;
    }
}
