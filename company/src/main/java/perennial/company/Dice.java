package perennial.company;

import java.util.SplittableRandom;

/// Seeded chance. The same seed rolls the same on every machine: whole numbers, the four basic operations and
/// `StrictMath` alone.
final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /// The dice of one customer of one company, whatever the others roll.
    static Dice of(long seed, int customer) {
        return new Dice(new SplittableRandom(seed * 0xD1342543DE82EF95L + customer));
    }

    /// Dice of their own for one part of a life: what is rolled there changes nothing elsewhere.
    Dice split() {
        return new Dice(random.split());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// Uniform in `[0, 1)`.
    double share() {
        return random.nextDouble();
    }

    /// Uniform in `[from, until)`.
    long between(long from, long until) {
        return random.nextLong(from, until);
    }

    /// In `[0, until)`; the higher the exponent, the nearer to 0.
    long near0(long until, double exponent) {
        return (long) (until * StrictMath.pow(random.nextDouble(), exponent));
    }

    /// At least `least`, rarely far above: Pareto, cut at `most`.
    double skewed(double least, double shape, double most) {
        return Math.min(most, least / StrictMath.pow(1 - random.nextDouble(), 1 / shape));
    }

    /// An index, each as often as its weight says.
    int pick(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int rest = random.nextInt(sum);
        int index = 0;
        while (rest >= weights[index]) {
            rest -= weights[index++];
        }
        return index;
    }

    <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    /// How often something happens that is expected this often: a whole number with that mean.
    int times(double expected) {
        int whole = (int) expected;
        return chance(expected - whole) ? whole + 1 : whole;
    }
}
