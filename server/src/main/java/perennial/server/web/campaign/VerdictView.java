package perennial.server.web.campaign;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.core.campaign.Plan;
import perennial.core.campaign.Verdict;
import perennial.server.web.Figures;
import perennial.server.web.report.InWords.Fact;

/// What can be said of a plan before it is launched.
///
/// @param advice what would help, each the end of a sentence
public record VerdictView(
        String words, String tone, String sentence, List<String> advice, List<Fact> facts, Optional<Money> money) {
    /// What it is expected to cost, against the budget.
    ///
    /// @param used of 0..1000 of the budget; more where it is not enough
    public record Money(String contacts, String offers, String cost, String budget, long used, boolean isOver) {
        private static final long WHOLE = 1000;

        static Money of(Verdict verdict, BigDecimal budget, Currency currency) {
            boolean isOver = budget.compareTo(verdict.cost()) < 0;
            return new Money(
                    Figures.money(verdict.contactCost(), currency),
                    Figures.money(verdict.liability(), currency),
                    Figures.money(verdict.cost(), currency),
                    Figures.money(budget, currency),
                    isOver || budget.signum() == 0
                            ? WHOLE
                            : verdict.cost()
                                    .movePointRight(3)
                                    .divideToIntegralValue(budget)
                                    .longValue(),
                    isOver);
        }
    }

    static VerdictView of(Plan plan, Verdict verdict, Currency currency) {
        return new VerdictView(
                switch (verdict.finding()) {
                    case MEASURABLE -> "Can be measured";
                    case NOT_MEASURABLE -> "Cannot be measured";
                    case HOLDOUT_TOO_SMALL -> "Holdout too small";
                    case OVER_BUDGET -> "Over budget";
                },
                verdict.finding() == Verdict.Finding.MEASURABLE ? "joined" : "caution",
                verdict.words().replace(" %", "\u00a0%"),
                verdict.advice(),
                List.of(
                        new Fact("In the audience", Figures.whole(verdict.audience())),
                        new Fact("Of them away, so drawn", Figures.whole(verdict.expected())),
                        new Fact("Come back by themselves", base(verdict)),
                        new Fact("Smallest rise that shows", rise(verdict.smallestRise())),
                        new Fact("Can be read after", Figures.days(verdict.days())),
                        new Fact("Messages", Figures.whole(verdict.contacts())),
                        new Fact("They cost", Figures.money(verdict.contactCost(), currency)),
                        new Fact("Offers may cost", Figures.money(verdict.liability(), currency))),
                plan.budget().map(budget -> Money.of(verdict, budget, currency)));
    }

    private static String base(Verdict verdict) {
        return verdict.base().isDefined()
                ? Figures.percent(verdict.base().value()) + " ("
                        + Figures.interval(verdict.base().low(), verdict.base().high()) + ")"
                : "not known";
    }

    private static String rise(OptionalDouble rise) {
        return rise.isPresent() ? Figures.points(rise.getAsDouble()) : "none";
    }
}
