package perennial.server.web.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import perennial.core.answer.Share;
import perennial.core.campaign.ArmResult;
import perennial.core.campaign.Comparison;
import perennial.core.campaign.Effect;
import perennial.core.campaign.EffectWords;
import perennial.core.campaign.Plan;
import perennial.server.web.Figures;

/// Tells what a campaign really added.
record Result(Known known, Effect effect, Currency currency, boolean showsPeople) {

    ResultView view() {
        return new ResultView(
                known.standing(),
                new EffectWords(effect, known.zone(), currency.getCurrencyCode())
                        .sentence()
                        .replace(" %", "\u00a0%"),
                effect.best().map(this::figures).orElse(List.of()),
                EffectCharts.of(effect),
                effect.arms().stream().map(this::arm).toList(),
                compared(),
                checks());
    }

    private List<ResultView.Figure> figures(Comparison best) {
        Told difference = Told.points(best.anyTime());
        Told returns = Told.customers(best.returns());
        Told net = Told.money(best.net(), currency);
        List<ResultView.Figure> figures = new ArrayList<>(List.of(
                new ResultView.Figure("Difference", difference.value(), "likely " + difference.interval()),
                new ResultView.Figure("Brought back", returns.value(), "likely " + returns.interval()),
                new ResultView.Figure("Net earned", net.value(), "likely " + net.interval())));
        best.roi()
                .map(roi -> Told.times(roi, currency))
                .ifPresent(roi -> figures.add(
                        new ResultView.Figure("Net for each 1 spent", roi.value(), "likely " + roi.interval())));
        effect.arms().stream()
                .filter(arm -> arm.arm().equals(best.arm()) && arm.kept().isDefined())
                .findFirst()
                .ifPresent(arm -> figures.add(new ResultView.Figure(
                        "Still there after " + Figures.days(effect.plan().keptDays()),
                        Figures.whole(arm.kept().hits()),
                        "of " + Figures.whole(arm.kept().of()) + " in " + arm.arm())));
        return figures;
    }

    private boolean isTold() {
        return effect.finding() != Effect.Finding.BROKEN;
    }

    private ResultView.ArmLine arm(ArmResult arm) {
        boolean isRead = arm.isRead() && isTold();
        return new ResultView.ArmLine(
                Standing.arm(arm.arm()),
                arm.arm().equals(Plan.HOLDOUT),
                count(arm.drawn(), Whom.drawn(arm.arm())),
                isTold() ? Figures.whole(arm.returned().of()) : "",
                arm.arm().equals(Plan.HOLDOUT) ? "none" : isRead ? Figures.whole(arm.sent()) : "",
                isRead ? count(arm.returned().hits(), Whom.drawn(arm.arm()).who(Whom.Came.YES)) : nothing(),
                isRead ? Figures.percent(arm.returned().value()) : "",
                isRead ? interval(arm.returned()) : "",
                isRead && arm.kept().isDefined()
                        ? count(arm.kept().hits(), Whom.drawn(arm.arm()).who(Whom.Came.KEPT))
                        : nothing(),
                isRead ? money(arm.revenue()) : "",
                isRead ? money(arm.incentives()) : "",
                isRead ? money(arm.contactCost()) : "");
    }

    private static String interval(Share share) {
        return Figures.interval(share.low(), share.high());
    }

    private String money(BigDecimal amount) {
        return Figures.shortMoney(amount, currency);
    }

    private ResultView.Count count(long count, Whom whom) {
        return new ResultView.Count(
                Figures.whole(count),
                Optional.of(CampaignAddress.people(known.campaign().name(), whom))
                        .filter(_ -> showsPeople && count > 0));
    }

    private static ResultView.Count nothing() {
        return new ResultView.Count("", Optional.empty());
    }

    private List<ResultView.ComparedLine> compared() {
        List<Whisker> whiskers = Whisker.of(
                effect.comparisons().stream().map(Comparison::anyTime).toList());
        List<ResultView.ComparedLine> lines = new ArrayList<>();
        for (int i = 0; i < whiskers.size(); i++) {
            Comparison each = effect.comparisons().get(i);
            lines.add(new ResultView.ComparedLine(
                    each.arm(),
                    Told.points(each.anyTime()),
                    whiskers.get(i),
                    each.kept().map(Told::points),
                    Told.customers(each.returns()),
                    Told.money(each.revenue(), currency),
                    Told.money(each.margin(), currency),
                    Told.money(each.net(), currency),
                    each.roi().map(roi -> Told.times(roi, currency))));
        }
        return lines;
    }

    private List<ResultView.Check> checks() {
        String drawn = effect.arms().stream()
                .map(arm -> Standing.arm(arm.arm()) + " " + Figures.whole(arm.drawn()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        List<ResultView.Check> checks = new ArrayList<>();
        checks.add(
                switch (effect.split().finding()) {
                    case SOUND -> new ResultView.Check(true, "Drawn as planned", drawn + "; " + chance());
                    case DOUBTFUL ->
                        new ResultView.Check(
                                false,
                                "The split is doubtful: one campaign in a hundred looks so",
                                drawn + "; " + chance());
                    case BROKEN ->
                        new ResultView.Check(
                                false,
                                "Not drawn as planned: something chose among the customers",
                                drawn + "; " + chance());
                });
        effect.lastMature().ifPresent(last -> {
            boolean isOver = last <= effect.asOf();
            checks.add(new ResultView.Check(
                    isOver,
                    isOver
                            ? "Everybody drawn so far had the full "
                                    + Figures.days(effect.plan().windowDays())
                            : "Not everybody had the full "
                                    + Figures.days(effect.plan().windowDays()) + " yet",
                    (isOver ? "The last window ended on " : "The last window ends on ")
                            + Standing.date(last, known.zone())));
        });
        if (effect.treatments().size() > 1 && isTold()) {
            checks.add(new ResultView.Check(
                    true, "Several arms were looked at", "An effect counts only if it stands after Holm's correction"));
        }
        return checks;
    }

    private String chance() {
        return String.format(Locale.ROOT, "p = %.2g", effect.split().p());
    }
}
