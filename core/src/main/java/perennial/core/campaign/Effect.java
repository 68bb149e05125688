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

    private static final long TUNED_WHILE_ENTERING = 2_000;

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
                split.finding() == SplitCheck.Finding.BROKEN ? List.of() : comparisons(plan, arms),
                mature(outcomes.stream().mapToLong(Outcome::decided).min(), window),
                mature(outcomes.stream().mapToLong(Outcome::decided).max(), window),
                asOf,
                outcomes);
    }

    private static OptionalLong mature(OptionalLong decided, long window) {
        return decided.isPresent() ? OptionalLong.of(decided.getAsLong() + window) : decided;
    }

    private static List<Comparison> comparisons(Plan plan, List<ArmResult> arms) {
        List<Comparison> raw = arms.stream()
                .skip(1)
                .filter(arm -> Comparison.isPossible(arm, arms.getFirst()))
                .map(arm -> Comparison.of(
                        arm,
                        arms.getFirst(),
                        sequence(plan, arm.drawn() + arms.getFirst().drawn())))
                .toList();
        List<Double> corrected = Holm.corrected(raw.stream().map(Comparison::p).toList());
        return IntStream.range(0, raw.size())
                .mapToObj(i -> raw.get(i).corrected(corrected.get(i)))
                .toList();
    }

    /// The interval of an arm's difference to the holdout, for who looks every day. Several arms share the chance to be
    /// wrong; while customers enter, it is not tuned anew for those who came.
    static ConfidenceSequence sequence(Plan plan, long drawn) {
        return new ConfidenceSequence(
                plan.isEntering() ? TUNED_WHILE_ENTERING : Math.max(1, drawn),
                new Level(Level.STANDARD.alpha() / plan.treatments().size()));
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

    /// The treatment whose effect is told first: of those that are shown, else of all, the one that added most.
    public Optional<Comparison> best() {
        return comparisons.stream()
                .max(Comparator.comparing(Comparison::isShown)
                        .thenComparing(each -> each.returns().value()));
    }

    public Finding finding() {
        if (split.finding() == SplitCheck.Finding.BROKEN) {
            return Finding.BROKEN;
        }
        Optional<Comparison> best = best();
        if (best.isEmpty()) {
            return Finding.TOO_EARLY;
        }
        if (!best.get().isShown()) {
            return Finding.NOT_SHOWN;
        }
        return best.get().difference().value() > 0 ? Finding.BETTER : Finding.WORSE;
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
            days.add(new EffectDay(day, treated, holdout, sequence(plan, drawn).of(new TwoShares(treated, holdout))));
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
