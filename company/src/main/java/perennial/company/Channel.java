package perennial.company;

/// What brought a customer.
enum Channel {
    ORGANIC("organic", 1.0),
    PAID_SEARCH("paid-search", 1.0),
    PAID_SOCIAL("paid-social", Planted.DROP_FACTOR_PAID_SOCIAL.value()),
    REFERRAL("referral", Planted.DROP_FACTOR_REFERRAL.value()),
    PARTNER("partner", 1.0);

    private final String label;
    private final double dropFactor;

    Channel(String label, double dropFactor) {
        this.label = label;
        this.dropFactor = dropFactor;
    }

    static Channel of(Dice dice) {
        return values()[dice.pick(34, 18, 24, 16, 8)];
    }

    double dropFactor() {
        return dropFactor;
    }

    @Override
    public String toString() {
        return label;
    }
}
