package perennial.server.web.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import perennial.core.answer.Share;
import perennial.core.campaign.ArmResult;
import perennial.core.campaign.Effect;
import perennial.core.campaign.EffectDay;
import perennial.core.campaign.Plan;
import perennial.server.web.report.Chart;
import perennial.server.web.report.ReportView.Card;

/// The pictures of an effect: how many of each arm are back by the day after the decision, and how far the arms are
/// apart.
final class EffectCharts {
    private static final String AXIS = "Days after being drawn";

    private EffectCharts() {}

    /// None where nothing is compared.
    static List<Card> of(Effect effect) {
        if (effect.comparisons().isEmpty()) {
            return List.of();
        }
        List<Days> arms = effect.treatments().stream()
                .map(arm -> new Days(effect, arm, effect.days(arm.arm())))
                .toList();
        List<Chart.Series> shares = new ArrayList<>();
        List<Chart.Series> differences = new ArrayList<>();
        for (Days each : arms) {
            Chart.Tone tone = arms.size() == 1 ? Chart.Tone.PINE : Chart.Tone.OTHER;
            shares.add(each.series(
                    each.arm().arm(),
                    tone,
                    day -> each.share(day.treated(), each.arm().drawn())));
            differences.add(each.series(each.arm().arm(), tone, each::difference));
        }
        Days any = arms.getFirst();
        shares.add(any.series(
                Standing.arm(Plan.HOLDOUT),
                Chart.Tone.GREY,
                day -> any.share(day.holdout(), effect.holdout().drawn())));
        List<String> along = IntStream.rangeClosed(1, effect.plan().windowDays())
                .mapToObj(String::valueOf)
                .toList();
        return List.of(
                card(
                        "back",
                        "Share who came back",
                        new Chart.Lines(along, AXIS, Chart.Measure.SHARE, shares),
                        "By the day they were drawn, whether or not a message reached them. Bands: 95% at each day."
                                + " Hollow: not everybody's day is over."),
                card(
                        "difference",
                        "Difference to the held out",
                        new Chart.Lines(along, AXIS, Chart.Measure.POINTS, differences),
                        "The band may be looked at every day: over all days together it misses the truth in 5 of 100"
                                + " campaigns. It counts when the planned days are up."));
    }

    private static Card card(String id, String title, Chart chart, String foot) {
        return new Card(id, title, chart, Optional.of(foot), List.of(), Optional.empty());
    }

    /// One arm beside the holdout, by day.
    private record Days(Effect effect, ArmResult arm, List<EffectDay> days) {

        Chart.Series series(String name, Chart.Tone tone, Function<EffectDay, Chart.Point> point) {
            List<Chart.Point> points = new ArrayList<>(days.stream().map(point).toList());
            while (points.size() < effect.plan().windowDays()) { // not yet: empty
                points.add(point(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), false));
            }
            return new Chart.Series(name, tone, points);
        }

        Chart.Point share(Share share, long drawn) {
            return point(
                    OptionalDouble.of(share.value()),
                    OptionalDouble.of(share.low()),
                    OptionalDouble.of(share.high()),
                    share.of() < drawn);
        }

        Chart.Point difference(EffectDay day) {
            return point(
                    OptionalDouble.of(day.difference().value()),
                    OptionalDouble.of(day.difference().low()),
                    OptionalDouble.of(day.difference().high()),
                    day.treated().of() < arm.drawn()
                            || day.holdout().of() < effect.holdout().drawn());
        }

        private static Chart.Point point(
                OptionalDouble value, OptionalDouble low, OptionalDouble high, boolean isSoFar) {
            return new Chart.Point(value, low, high, isSoFar, Optional.empty());
        }
    }
}
