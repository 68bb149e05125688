package perennial.core.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.core.answer.Share;
import perennial.core.experiment.ConfidenceSequence;
import perennial.core.experiment.Estimate;
import perennial.core.experiment.TwoShares;

/// An effect in the words that a manager repeats, true ones.
///
/// @param currency of all amounts
public record EffectWords(Effect effect, ZoneId zone, String currency) {
    private static final int MOST_DOUBLINGS = 20;

    /// One or two sentences.
    public String sentence() {
        return switch (effect.finding()) {
            case BROKEN -> broken();
            case TOO_EARLY -> tooEarly();
            case NOT_SHOWN -> notShown();
            case BETTER -> better(effect.best().orElseThrow());
            case WORSE -> worse(effect.best().orElseThrow());
        };
    }

    private String broken() {
        double expected = effect.plan().holdout();
        double heldOut = (double) effect.holdout().drawn()
                / Math.max(1, effect.arms().stream().mapToLong(ArmResult::drawn).sum());
        return String.format(
                Locale.ROOT,
                "Broken: %.1f %% of those drawn are held out where %.1f %% were planned (%s). Something chose among the customers, so no effect is told.",
                100 * heldOut,
                100 * expected,
                drawn());
    }

    /// How many into which arm.
    private String drawn() {
        return effect.arms().stream()
                .map(arm -> String.format(Locale.ROOT, "%s %,d", arm.arm(), arm.drawn()))
                .collect(Collectors.joining(", "));
    }

    private String tooEarly() {
        if (effect.firstMature().isEmpty()) {
            return "Nobody was drawn yet.";
        }
        boolean isOver = effect.lastMature().orElse(Long.MAX_VALUE) <= effect.asOf();
        return isOver
                ? String.format(Locale.ROOT, "No effect can be told: %s. It takes two customers in each arm.", drawn())
                : String.format(
                        Locale.ROOT,
                        "It is too early: the first customers' %d days are over on %s.",
                        effect.plan().windowDays(),
                        date(effect.firstMature().getAsLong()));
    }

    private String notShown() {
        Comparison best = effect.best().orElseThrow();
        ArmResult arm = effect.arms().stream()
                .filter(each -> each.arm().equals(best.arm()))
                .findFirst()
                .orElseThrow();
        String shares = String.format(
                Locale.ROOT,
                "No effect shown yet: %s came back with %s, %s without (a difference of %s).",
                percent(arm.returned()),
                arm.arm(),
                percent(effect.holdout().returned()),
                points(best));
        return shares + " " + when(arm).orElse("Those drawn so far are too few to show one.");
    }

    /// By when the difference would be shown if it stayed as it is and customers matured as they did.
    private Optional<String> when(ArmResult arm) {
        Share treated = arm.returned();
        Share holdout = effect.holdout().returned();
        double difference = treated.value() - holdout.value();
        long first = effect.firstMature().orElse(effect.asOf());
        long drawn = arm.drawn() + effect.holdout().drawn();
        ConfidenceSequence sequence = Effect.sequence(effect.plan(), drawn);
        for (int doubling = 0; doubling < MOST_DOUBLINGS && difference != 0; doubling++) {
            double factor = Math.pow(2, doubling / 2.0);
            Estimate there = sequence.of(new TwoShares(grown(treated, factor), grown(holdout, factor)));
            if (there.excludes(0)) {
                boolean isStillDrawn = effect.plan().isEntering() || (treated.of() + holdout.of()) * factor <= drawn;
                long elapsed = Math.max(1, effect.asOf() - first);
                return isStillDrawn
                        ? Optional.of("At this pace it will be by " + date(first + (long) (elapsed * factor)) + ".")
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Share grown(Share share, double factor) {
        return new Share(Math.round(share.hits() * factor), Math.round(share.of() * factor));
    }

    private String better(Comparison best) {
        String added = String.format(
                Locale.ROOT,
                "This campaign brought back %,.0f customers who would not have come by themselves (%,.0f to %,.0f)",
                best.returns().value(),
                best.returns().low(),
                best.returns().high());
        if (!best.net().excludes(0)) {
            return added + ". Whether it paid for itself is not shown: its net gain is " + money(best.net()) + ".";
        }
        return added
                + (best.net().value() < 0
                        ? ", at a net loss of " + money(best.net().times(-1))
                        : ", for a net gain of " + money(best.net()))
                + ".";
    }

    private String worse(Comparison best) {
        return String.format(
                Locale.ROOT,
                "This campaign kept customers from coming back: %,.0f fewer came than by themselves (%,.0f to %,.0f).",
                -best.returns().value(),
                -best.returns().high(),
                -best.returns().low());
    }

    private static String percent(Share share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share.value());
    }

    private static String points(Comparison best) {
        return String.format(
                Locale.ROOT,
                "%+.1f points, %+.1f to %+.1f",
                100 * best.anyTime().value(),
                100 * best.anyTime().low(),
                100 * best.anyTime().high());
    }

    /// An amount, give or take.
    public String money(Estimate amount) {
        return String.format(
                Locale.ROOT, "%,.0f ± %,.0f %s", amount.value(), (amount.high() - amount.low()) / 2, currency);
    }

    private LocalDate date(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }
}
