package perennial.company;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/// When people garden, and when they sign up for it: by month, weekday and hour of their own clock.
final class Rhythm {
    /// Monday first; mean 1. A planner is used at the desk: weekends are for the garden.
    private static final double[] WEEKDAY = {1.18, 1.14, 1.10, 1.12, 1.04, 0.74, 0.68};
    /// January first. Use has a mild season, sign-ups a strong one.
    private static final double[] USE = {0.85, 0.95, 1.15, 1.25, 1.20, 1.10, 1.00, 0.95, 0.95, 0.90, 0.80, 0.75};

    private static final double[] SIGN_UPS = {0.7, 0.9, 1.5, 1.7, 1.5, 1.1, 0.9, 0.8, 0.8, 0.7, 0.55, 0.5};
    /// Over the two years the company doubles its daily sign-ups.
    private static final double GROWTH = 1.0;

    private static final int[] HOUR = {
        6, 3, 2, 2, 2, 6, 24, 45, 52, 44, 38, 36, 44, 40, 34, 34, 40, 52, 66, 80, 84, 66, 36, 14
    };

    private static final int FIRST = (int) Era.FIRST_DAY.toEpochDay();
    private static final int DAYS = (int) Era.UNTIL_DAY.toEpochDay() - FIRST;
    private static final double[] SIGN_UPS_UNTIL = signUpsUntil();

    private Rhythm() {}

    /// How lively this day is for somebody who uses the app; 1 on an ordinary day.
    static double use(LocalDate day) {
        return WEEKDAY[day.getDayOfWeek().getValue() - 1] * USE[day.getMonthValue() - 1];
    }

    static double season(LocalDate day) {
        return SIGN_UPS[day.getMonthValue() - 1];
    }

    /// A day on which somebody comes for the first time.
    static LocalDate signUpDay(Dice dice) {
        double rank = dice.share() * SIGN_UPS_UNTIL[DAYS];
        int low = 0;
        int high = DAYS - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (SIGN_UPS_UNTIL[middle + 1] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Era.FIRST_DAY.plusDays(low);
    }

    /// A moment of a day, by the clock on the wall: also in the hour that a clock change skips or repeats.
    static long moment(LocalDate day, ZoneRules clock, Dice dice) {
        int hour = dice.pick(HOUR);
        LocalDateTime local = day.atTime(hour, 0);
        ZoneOffset offset = clock.getOffset(local);
        return local.toEpochSecond(offset) * 1000 + dice.between(0, Era.HOUR);
    }

    private static double[] signUpsUntil() {
        double[] sum = new double[DAYS + 1];
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = Era.FIRST_DAY.plusDays(i);
            double growth = 1 + GROWTH * i / DAYS;
            sum[i + 1] =
                    sum[i] + growth * season(day) * WEEKDAY[day.getDayOfWeek().getValue() - 1];
        }
        return sum;
    }
}
