package perennial.company;

import java.util.Locale;

/// The planted truth: every chance and factor an analysis of the demo company should find again. `docs/demo.md`
/// quotes this table and says how each can be seen; a test holds the two together.
enum Planted {
    /// Who the customers are.
    ACCOUNT_SHARE(0.02),
    SEASONAL_SHARE(0.30),
    PLANNED_SHARE(0.35),

    /// The chance that a user who is still there falls silent for good, by week since sign-up.
    DROP_WEEK_0(0.22),
    DROP_WEEK_1(0.12),
    DROP_WEEKS_2_TO_3(0.07),
    DROP_WEEKS_4_TO_7(0.045),
    DROP_WEEKS_8_TO_25(0.02),
    DROP_WEEKS_FROM_26(0.008),
    /// What multiplies it.
    DROP_FACTOR_REFERRAL(0.6),
    DROP_FACTOR_PAID_SOCIAL(1.5),
    DROP_FACTOR_PLANNED(0.65),
    DROP_FACTOR_TEAM(0.5),
    DROP_FACTOR_BAD_RELEASE(1.8),
    DROP_FACTOR_COUNTRY(1.0),

    /// The chance that a contract is cancelled in a monthly term, by reason.
    CANCEL_PRICE(0.008),
    CANCEL_TOO_COMPLEX(0.006),
    CANCEL_MISSING_FEATURE(0.005),
    CANCEL_PAYMENT_FAILED(0.009),
    /// Seasonal customers only, October to December.
    CANCEL_SEASONAL(0.15),
    /// Once all its users have fallen silent.
    CANCEL_NOT_USING(0.12),
    /// What multiplies it.
    CANCEL_FACTOR_PRICE_RISE(4.0),
    CANCEL_FACTOR_TEAM(0.5),
    CANCEL_FACTOR_LATER_LIFE(2.0),
    CANCEL_FACTOR_YEARLY_TERM(5.0),

    /// The chance that a customer whose contract has ended starts a new one within 90 days, by reason.
    BACK_PRICE(0.30),
    BACK_TOO_COMPLEX(0.08),
    BACK_MISSING_FEATURE(0.12),
    BACK_PAYMENT_FAILED(0.40),
    BACK_SEASONAL(0.55),
    BACK_NOT_USING(0.10),
    /// Of those not back within 90 days, how many come back in the 450 days after.
    BACK_LATER(0.25),

    /// The comeback mail of March 2026: the share kept without it, and what it adds to the chance to be back in 90
    /// days.
    CAMPAIGN_HOLDOUT_SHARE(0.5),
    CAMPAIGN_EFFECT(0.09);

    private final double value;

    Planted(double value) {
        this.value = value;
    }

    double value() {
        return value;
    }

    /// As the docs write it, such as `drop-week-0`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
