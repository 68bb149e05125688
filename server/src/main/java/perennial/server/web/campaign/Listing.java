package perennial.server.web.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import perennial.core.campaign.Comparison;
import perennial.core.campaign.Effect;
import perennial.core.campaign.Together;
import perennial.core.experiment.Estimate;
import perennial.server.web.Figures;
import perennial.server.web.Page;
import perennial.server.web.campaign.CampaignList.Compared;
import perennial.server.web.campaign.CampaignList.Line;
import perennial.server.web.report.Sentence;

/// Tells of all campaigns together.
///
/// @param known the one that was planned last first
record Listing(Page page, List<Known> known, Currency currency, boolean mayPlan) {
    private static final Duration YEAR = Duration.ofDays(365);

    Listing {
        known = known.stream()
                .sorted(Comparator.comparing((Known each) -> each.campaign()
                                .launched()
                                .orElse(each.campaign().saved()))
                        .reversed())
                .toList();
    }

    CampaignList view() {
        Together year = Together.of(effects(known.stream()
                .filter(each -> each.campaign()
                        .launched()
                        .filter(at -> at.isAfter(each.asOf().minus(YEAR)))
                        .isPresent())
                .toList()));
        return new CampaignList(
                page,
                finding(year),
                basis(year),
                known.stream().map(Listing::line).toList(),
                compared(),
                mayPlan);
    }

    private static List<Effect> effects(List<Known> of) {
        return of.stream().flatMap(each -> each.effect().stream()).toList();
    }

    private Sentence finding(Together year) {
        if (known.isEmpty()) {
            return Sentence.of(
                    "Nobody was won back by a campaign yet. Plan the first: choose who, hold some out, and see"
                            + " what it really adds.");
        }
        if (year.returns().isEmpty()) {
            return Sentence.of(
                    "It is too early to say what win-back brings: no campaign of the last year can be read yet.");
        }
        Estimate returns = year.returns().get();
        String campaigns =
                year.read().size() == 1 ? "The campaign" : "The " + year.read().size() + " campaigns";
        if (!returns.excludes(0)) {
            return Sentence.of(
                    campaigns + " of the last year that can be read brought back about as many customers as would"
                            + " have come anyway.");
        }
        if (returns.value() < 0) {
            return Sentence.of("%s of the last year kept *%s* customers from coming back."
                    .formatted(campaigns, Figures.whole(Math.round(-returns.value()))));
        }
        return Sentence.of("%s of the last year brought back *%s* customers who would not have come by themselves%s."
                .formatted(
                        campaigns,
                        Figures.whole(Math.round(returns.value())),
                        earned(year.net().orElseThrow())));
    }

    private String earned(Estimate net) {
        if (!net.excludes(0)) {
            return "; whether that earned more than it cost is not shown";
        }
        return ", for a net %s of *%s*"
                .formatted(
                        net.value() < 0 ? "loss" : "gain",
                        Told.money(net.value() < 0 ? net.times(-1) : net, currency)
                                .value());
    }

    private List<String> basis(Together year) {
        List<String> basis = new ArrayList<>();
        year.returns()
                .ifPresent(
                        returns -> basis.add("Likely " + Told.customers(returns).interval() + " customers"));
        year.net()
                .ifPresent(net -> basis.add("Net " + Told.money(net, currency).value() + ", likely "
                        + Told.money(net, currency).interval()));
        if (!year.early().isEmpty()) {
            basis.add("Too early: " + String.join(", ", year.early()));
        }
        if (!year.broken().isEmpty()) {
            basis.add("Broken, left out: " + String.join(", ", year.broken()));
        }
        known.stream().findFirst().ifPresent(each -> basis.add("As of " + Figures.moment(each.asOf(), each.zone())));
        return basis;
    }

    private static Line line(Known known) {
        return new Line(
                known.campaign().name(),
                CampaignAddress.of(known.campaign().name()),
                known.stage(),
                known.campaign().plan().audience(),
                Figures.whole(known.balance().audience()),
                Figures.whole(known.balance().sent()),
                known.standing());
    }

    /// A treatment of a campaign.
    private record Treated(Known known, Effect effect, Comparison comparison) {}

    private List<Compared> compared() {
        List<Treated> treated = known.stream()
                .flatMap(each -> each.effect().stream()
                        .flatMap(effect ->
                                effect.comparisons().stream().map(comparison -> new Treated(each, effect, comparison))))
                .toList();
        List<Whisker> whiskers = Whisker.of(
                treated.stream().map(each -> each.comparison().anyTime()).toList());
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < treated.size(); i++) {
            compared.add(compared(treated.get(i), whiskers.get(i)));
        }
        return compared;
    }

    private Compared compared(Treated treated, Whisker whisker) {
        Comparison comparison = treated.comparison();
        return new Compared(
                treated.known().campaign().name(),
                CampaignAddress.of(treated.known().campaign().name()),
                comparison.arm(),
                treated.effect().treatments().stream()
                        .filter(arm -> arm.arm().equals(comparison.arm()))
                        .map(arm -> Figures.whole(arm.returned().of()))
                        .findFirst()
                        .orElseThrow(),
                Told.points(comparison.anyTime()),
                whisker,
                Told.customers(comparison.returns()),
                Told.money(comparison.net(), currency),
                comparison.roi().map(roi -> Told.times(roi, currency)));
    }
}
