package perennial.company;

import java.util.Locale;

/// Why a contract ends: how likely in a monthly term, how likely its customer is back within 90 days, and how soon
/// (an exponent: above 1 early in these days, below 1 late).
enum Reason {
    PRICE(Planted.CANCEL_PRICE, Planted.BACK_PRICE, 1.0),
    TOO_COMPLEX(Planted.CANCEL_TOO_COMPLEX, Planted.BACK_TOO_COMPLEX, 1.0),
    MISSING_FEATURE(Planted.CANCEL_MISSING_FEATURE, Planted.BACK_MISSING_FEATURE, 1.0),
    PAYMENT_FAILED(Planted.CANCEL_PAYMENT_FAILED, Planted.BACK_PAYMENT_FAILED, 2.5),
    SEASONAL(Planted.CANCEL_SEASONAL, Planted.BACK_SEASONAL, 0.6),
    NOT_USING(Planted.CANCEL_NOT_USING, Planted.BACK_NOT_USING, 1.0);

    private final Planted cancel;
    private final Planted back;
    private final double haste;

    Reason(Planted cancel, Planted back, double haste) {
        this.cancel = cancel;
        this.back = back;
        this.haste = haste;
    }

    double cancel() {
        return cancel.value();
    }

    double back() {
        return back.value();
    }

    double haste() {
        return haste;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
