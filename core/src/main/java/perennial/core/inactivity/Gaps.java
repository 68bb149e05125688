package perennial.core.inactivity;

import java.util.OptionalInt;
import perennial.core.answer.State;
import perennial.core.survival.KaplanMeier;

/// How long silences last: completed gaps between active days, and silences that go on.
///
/// The chance to come back is 1 − S(d + 365) ÷ S(d) with S the [KaplanMeier] estimate of a gap longer than d
/// days. A silence that goes on for c days is censored at c. Beyond the longest silence seen, S stays where
/// it is: the chance is then a lower bound.
///
/// @param completed by days from one active day to the next, how many gaps
/// @param ongoing by full days since the last active one, how many silences
record Gaps(long[] completed, long[] ongoing) {
    private static final int YEAR = 365;
    private static final double GONE = 0.05;
    /// So that a chance of exactly 5 % is not taken for less.
    private static final double ROUNDING = 1e-12;

    /// The least number of days that at least a share `q` of the completed gaps do not exceed.
    OptionalInt quantile(double q) {
        long all = 0;
        for (long count : completed) {
            all += count;
        }
        long so = 0;
        for (int days = 0; days < completed.length && all > 0; days++) {
            so += completed[days];
            if (so >= q * all) {
                return OptionalInt.of(days);
            }
        }
        return OptionalInt.empty();
    }

    /// The least number of silent days after which fewer than 5 % come back within a year. Once all who were watched
    /// have come back, nothing is known of longer silences.
    OptionalInt suggested() {
        KaplanMeier silent = KaplanMeier.of(completed, ongoing);
        int longest = longest();
        for (int days = 1; days <= longest; days++) {
            double now = silent.lasting(days);
            double later = silent.lasting(Math.min(days + YEAR, longest));
            if (now > 0 && 1 - later / now < GONE - ROUNDING) {
                return OptionalInt.of(days);
            }
        }
        return OptionalInt.empty();
    }

    /// Whether a suggestion rests on silences that were watched for the whole year after it.
    State stateOf(int suggested) {
        return longest() >= suggested + YEAR ? State.COMPLETE : State.IN_PROGRESS;
    }

    private int longest() {
        int longest = 0;
        for (int days = 0; days < completed.length; days++) {
            if (completed[days] + ongoing[days] > 0) {
                longest = days;
            }
        }
        return longest;
    }
}
