package perennial.core.experiment;

/// What is known of an arm's customers about an amount each: how many they are, and the sums that its mean
/// and spread need. Beside it stands what each was worth before being drawn, 0 where that does not matter.
///
/// @param customers how many, those without any amount included
/// @param sum of the amounts
/// @param before sum of what they were worth before
/// @param product sum of the products of both
public record Moments(long customers, double sum, double squares, double before, double beforeSquares, double product) {
    public static final Moments NONE = new Moments(0, 0, 0, 0, 0, 0);

    /// With one more customer.
    public Moments and(double amount, double before) {
        return plus(new Moments(1, amount, amount * amount, before, before * before, amount * before));
    }

    public Moments plus(Moments other) {
        return new Moments(
                customers + other.customers,
                sum + other.sum,
                squares + other.squares,
                before + other.before,
                beforeSquares + other.beforeSquares,
                product + other.product);
    }

    public double mean() {
        return sum / customers;
    }

    double meanBefore() {
        return before / customers;
    }

    double variance() {
        return spread(squares, sum, sum);
    }

    double varianceBefore() {
        return spread(beforeSquares, before, before);
    }

    double covariance() {
        return spread(product, sum, before);
    }

    private double spread(double products, double one, double other) {
        return (products - one * other / customers) / (customers - 1);
    }
}
