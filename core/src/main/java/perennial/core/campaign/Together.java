package perennial.core.campaign;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import perennial.core.experiment.Estimate;

/// What several campaigns brought together, those that show nothing included: leaving them out would count luck alone.
///
/// The treatments of one campaign share a holdout, so their intervals are added; campaigns are drawn apart,
/// so theirs are added as those of independent estimates.
///
/// @param read the names of the campaigns it is of
/// @param early those of which it is too early to say anything
/// @param broken those whose split is broken
/// @param returns customers who would not have come by themselves; empty if none is read
/// @param net what that was worth
public record Together(
        List<String> read,
        List<String> early,
        List<String> broken,
        Optional<Estimate> returns,
        Optional<Estimate> net) {

    public static Together of(List<Effect> effects) {
        List<Effect> read =
                effects.stream().filter(each -> !each.comparisons().isEmpty()).toList();
        return new Together(
                names(read),
                names(effects.stream()
                        .filter(each -> each.finding() == Effect.Finding.TOO_EARLY)
                        .toList()),
                names(effects.stream()
                        .filter(each -> each.finding() == Effect.Finding.BROKEN)
                        .toList()),
                sum(read, Comparison::returns),
                sum(read, Comparison::net));
    }

    private static List<String> names(List<Effect> effects) {
        return effects.stream().map(each -> each.plan().name()).toList();
    }

    private static Optional<Estimate> sum(List<Effect> effects, Function<Comparison, Estimate> what) {
        return effects.stream()
                .map(effect -> effect.comparisons().stream()
                        .map(what)
                        .reduce((one, other) -> new Estimate(
                                one.value() + other.value(), one.low() + other.low(), one.high() + other.high()))
                        .orElseThrow())
                .reduce(Together::independent);
    }

    private static Estimate independent(Estimate one, Estimate other) {
        double value = one.value() + other.value();
        return new Estimate(
                value,
                value - Math.hypot(one.value() - one.low(), other.value() - other.low()),
                value + Math.hypot(one.high() - one.value(), other.high() - other.value()));
    }
}
