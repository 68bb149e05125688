package perennial.company;

import java.util.Locale;

/// What can be subscribed to, with its monthly price in cents before and since the price rise.
enum Plan {
    BLOOM(490, 590),
    ORCHARD(990, 1190),
    /// Per seat.
    TEAM(600, 690);

    private final int oldCents;
    private final int newCents;

    Plan(int oldCents, int newCents) {
        this.oldCents = oldCents;
        this.newCents = newCents;
    }

    /// The price of one term; a year costs ten months.
    int cents(boolean isYearly, int seats, long time) {
        int month = Era.hasNewPrices(time) ? newCents : oldCents;
        return month * (isYearly ? 10 : 1) * (this == TEAM ? seats : 1);
    }

    /// The plan one switches to: there is no other for teams.
    Plan other() {
        return switch (this) {
            case BLOOM -> ORCHARD;
            case ORCHARD -> BLOOM;
            case TEAM -> TEAM;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
