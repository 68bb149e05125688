package perennial.core.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import perennial.core.answer.Share;
import perennial.core.experiment.Arm;
import perennial.core.experiment.ConfidenceSequence;
import perennial.core.experiment.Holm;
import perennial.core.experiment.Level;
import perennial.core.experiment.SplitCheck;
import perennial.core.experiment.TwoShares;

/// What a campaign really added: by the arm a customer was drawn into, whoever was reached, of those whose window is
/// over.
///
/// If the arms are not as large as planned nothing is compared: something chose among the customers.
///
/// @param arms the holdout first
/// @param comparisons of each treatment with the holdout; none where the split is broken or too few windows are over
/// @param firstMature when the first window is over, in milliseconds; empty where nobody was drawn
/// @param lastMature when the last of those drawn so far is over
public record Effect(
        Plan plan,
        SplitCheck split,
        List<ArmResult> arms,
        List<Comparison> comparisons,
        OptionalLong firstMature,
        OptionalLong lastMature,
        long asOf,
        List<Outcome> outcomes) {

    /// What can be said.
    public enum Finding {
        BROKEN,
        TOO_EARLY,
        NOT_SHOWN,
        BETTER,
        WORSE
    }

    public static Effect of(Plan plan, List<Outcome> outcomes, long asOf) {
        Map<String, List<Outcome>> byArm = outcomes.stream().collect(Collectors.groupingBy(Outcome::arm));
        List<Arm> planned = plan.arms();
        SplitCheck split = SplitCheck.of(
                planned.stream()
                        .map(arm ->
                                (long) byArm.getOrDefault(arm.name(), List.of()).size())
                        .toList(),
                planned.stream().map(Arm::share).toList());
        List<ArmResult> arms = planned.stream()
                .map(arm -> ArmResult.of(arm.name(), plan, byArm.getOrDefault(arm.name(), List.of()), asOf))
                .toList();
        long window = plan.window().toMillis();
        return new Effect(
                plan,
                split,
                arms,
                split.finding() == SplitCheck.Finding.BROKEN ? List.of() : comparisons(arms),
                mature(outcomes.stream().mapToLong(Outcome::decided).min(), window),
                mature(outcomes.stream().mapToLong(Outcome::decided).max(), window),
                asOf,
                outcomes);
    }

    private static OptionalLong mature(OptionalLong decided, long window) {
        return decided.isPresent() ? OptionalLong.of(decided.getAsLong() + window) : decided;
    }

    private static List<Comparison> comparisons(List<ArmResult> arms) {
        List<Comparison> raw = arms.stream()
                .skip(1)
                .filter(arm -> Comparison.isPossible(arm, arms.getFirst()))
                .map(arm -> Comparison.of(arm, arms.getFirst()))
                .toList();
        List<Double> corrected = Holm.corrected(raw.stream().map(Comparison::p).toList());
        return IntStream.range(0, raw.size())
                .mapToObj(i -> raw.get(i).corrected(corrected.get(i)))
                .toList();
    }

    public ArmResult holdout() {
        return arms.getFirst();
    }

    public List<ArmResult> treatments() {
        return arms.subList(1, arms.size());
    }

    /// The comparison of an arm.
    public Optional<Comparison> comparison(String arm) {
        return comparisons.stream().filter(each -> each.arm().equals(arm)).findFirst();
    }

    /// The treatment whose effect is told first: the one that added most.
    public Optional<Comparison> best() {
        return comparisons.stream()
                .max(Comparator.comparingDouble(each -> each.returns().value()));
    }

    public Finding finding() {
        if (split.finding() == SplitCheck.Finding.BROKEN) {
            return Finding.BROKEN;
        }
        Optional<Comparison> best = best();
        if (best.isEmpty()) {
            return Finding.TOO_EARLY;
        }
        Optional<Comparison> shown = comparisons.stream()
                .filter(each -> each.isShown() && each.p() < Level.STANDARD.alpha())
                .max(Comparator.comparingDouble(each -> each.returns().value()));
        return shown.map(each -> each.difference().value() > 0 ? Finding.BETTER : Finding.WORSE)
                .orElse(Finding.NOT_SHOWN);
    }

    /// The difference of an arm so many days after the decision, for each day that is over for somebody on both sides.
    public List<EffectDay> days(String arm) {
        List<EffectDay> days = new ArrayList<>();
        for (int day = 1; day <= plan.windowDays(); day++) {
            Share treated = backAfter(arm, day);
            Share holdout = backAfter(Plan.HOLDOUT, day);
            if (!treated.isDefined() || !holdout.isDefined()) {
                break;
            }
            long drawn = Stream.of(arm, Plan.HOLDOUT)
                    .mapToLong(each -> outcomes.stream()
                            .filter(outcome -> outcome.arm().equals(each))
                            .count())
                    .sum();
            days.add(new EffectDay(
                    day,
                    treated,
                    holdout,
                    new ConfidenceSequence(drawn, Level.STANDARD).of(new TwoShares(treated, holdout))));
        }
        return days;
    }

    private Share backAfter(String arm, int day) {
        long since = Duration.ofDays(day).toMillis();
        long of = 0;
        long back = 0;
        for (Outcome each : outcomes) {
            if (each.arm().equals(arm) && each.decided() + since <= asOf) {
                of++;
                back += each.isBackAfter(since) ? 1 : 0;
            }
        }
        return new Share(back, of);
    }
}
