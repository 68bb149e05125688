package perennial.core.campaign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.core.answer.Share;
import perennial.core.experiment.Detectable;
import perennial.core.experiment.Level;
import perennial.core.history.History;

/// What can be said of a campaign before it is launched, from its audience's own history.
///
/// @param base of those who would have been in the audience one window ago, who came back within it by themselves
/// @param fit of the audience now, who is drawn: can come back, and is not excluded
/// @param audience all of it
/// @param perDay who is expected to enter from the launch on, each day
/// @param expected how many are drawn by the end of the campaign
/// @param smallestRise of the share that returns, that so many show in four of five campaigns; empty if not even
/// everybody coming back would
/// @param neededForHope how many must be drawn to show the rise hoped for, if one is hoped for
/// @param neededHoldout the least share held out that shows it with those expected; empty if none does
/// @param days from the launch until the effect can be read
/// @param contacts messages expected
/// @param contactCost of them
/// @param liability what the offers cost that the launch would make, if as many come back as by the history and the
/// rise hoped for
/// @param gain what all of it is expected to add, less what it costs, if the rise hoped for comes; empty where none is
/// hoped for or nobody came back to tell what a return is worth
public record Verdict(
        Share base,
        long fit,
        long audience,
        double perDay,
        long expected,
        OptionalDouble smallestRise,
        OptionalDouble neededForHope,
        OptionalDouble neededHoldout,
        long days,
        long contacts,
        BigDecimal contactCost,
        BigDecimal liability,
        Optional<BigDecimal> gain,
        Finding finding,
        List<String> advice) {
    /// Rises beyond that are seen so seldom that an audience that shows nothing less is called too small.
    private static final double LARGEST_LIKELY_RISE = 0.1;

    /// A campaign that customers enter one after the other is judged by so many days where it has no end.
    private static final long USUAL_RUN_DAYS = 90;

    private static final double HALF = 0.5;
    private static final double STEP = 0.01;

    /// What the verdict is.
    public enum Finding {
        MEASURABLE,
        /// It may be launched, but nobody will know what it did.
        NOT_MEASURABLE,
        /// The holdout is smaller than the plan needs.
        HOLDOUT_TOO_SMALL,
        /// Contacts and offers are expected to cost more than the budget.
        OVER_BUDGET
    }

    /// What is known of the audience.
    ///
    /// @param entered of the fit, how many entered within the last window
    /// @param spent by those who came back by themselves, together
    /// @param offer what the offer costs that the launch makes to one of the fit, on average
    public record Known(Share base, long fit, long audience, long entered, BigDecimal spent, BigDecimal offer) {
        /// The share that came back by itself. Where nobody or everybody did, half a customer more is assumed, since
        /// certainty is none.
        double share() {
            return (base.hits() + HALF) / (base.of() + 1);
        }

        /// The share of those written to who are expected to come back: by themselves, or by the rise hoped for.
        public double expected(Plan plan) {
            return Math.min(1, share() + plan.hopedRise().orElse(0.0));
        }
    }

    /// What the history's as-of instant lets say of a plan.
    public static Verdict of(Plan plan, History history, Ledger ledger) {
        long days = plan.ends()
                .map(end -> Math.max(
                        1,
                        Duration.between(Instant.ofEpochMilli(history.asOf()), end)
                                .toDays()))
                .orElse(USUAL_RUN_DAYS);
        return of(plan, Expectation.of(plan, history, ledger), days);
    }

    /// @param days the campaign runs, where customers enter one after the other
    private static Verdict of(Plan plan, Known known, long days) {
        double perDay = (double) known.entered() / plan.windowDays();
        long expected = plan.isEntering() ? Math.round(perDay * days) : known.fit();
        double base = known.share();
        var detectable = Detectable.anyTime(base, plan.holdout(), level(plan));
        OptionalDouble rise = expected < 2 ? OptionalDouble.empty() : detectable.smallestRise(expected);
        Optional<Double> hope = plan.hopedRise().filter(each -> base + each < 1);
        OptionalDouble needed =
                hope.map(detectable::customers).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        OptionalDouble holdout =
                hope.map(each -> neededHoldout(plan, base, each, expected)).orElse(OptionalDouble.empty());
        long contacts = Math.round(expected * (1 - plan.holdout()));
        BigDecimal contactCost = plan.costPerContact().multiply(BigDecimal.valueOf(contacts));
        BigDecimal liability = liability(known, contacts, known.expected(plan));
        return new Verdict(
                        known.base(),
                        known.fit(),
                        known.audience(),
                        perDay,
                        expected,
                        rise,
                        needed,
                        holdout,
                        (plan.isEntering() ? days : 0) + plan.windowDays(),
                        contacts,
                        contactCost,
                        liability,
                        hope.filter(_ -> known.base().hits() > 0)
                                .map(hoped -> gain(plan, known, base, hoped, contacts)),
                        Finding.MEASURABLE,
                        List.of())
                .judged(plan, base);
    }

    /// As the effect is read: several arms share the chance to be wrong.
    private static Level level(Plan plan) {
        return new Level(Level.STANDARD.alpha() / plan.treatments().size());
    }

    private static OptionalDouble neededHoldout(Plan plan, double base, double hope, long expected) {
        for (double share = STEP; share <= HALF; share += STEP) {
            if (Detectable.anyTime(base, share, level(plan)).customers(hope) <= expected) {
                return OptionalDouble.of(share);
            }
        }
        return OptionalDouble.empty();
    }

    private static BigDecimal gain(Plan plan, Known known, double base, double hope, long contacts) {
        BigDecimal worth = known.spent()
                .multiply(plan.margin())
                .divide(BigDecimal.valueOf(known.base().hits()), MathContext.DECIMAL64);
        return new Prospect(
                        "anybody",
                        BigDecimal.valueOf(base),
                        BigDecimal.valueOf(base + hope),
                        worth,
                        plan.costPerContact(),
                        known.offer())
                .gain()
                .multiply(BigDecimal.valueOf(contacts))
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal liability(Known known, long contacts, double share) {
        return known.offer()
                .multiply(BigDecimal.valueOf(Math.round(contacts * share)))
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    public BigDecimal cost() {
        return contactCost.add(liability);
    }

    private Verdict judged(Plan plan, double base) {
        List<String> advice = new ArrayList<>();
        Finding found = Finding.MEASURABLE;
        if (plan.budget().filter(most -> most.compareTo(cost()) < 0).isPresent()) {
            found = Finding.OVER_BUDGET;
            advice.add("raise the budget, reach fewer customers, or make a cheaper offer");
        }
        double wanted = plan.hopedRise().orElse(LARGEST_LIKELY_RISE);
        if (smallestRise.isEmpty() || smallestRise.getAsDouble() > wanted) {
            boolean isHelped = neededHoldout.isPresent() && neededHoldout.getAsDouble() > plan.holdout();
            found = isHelped ? Finding.HOLDOUT_TOO_SMALL : Finding.NOT_MEASURABLE;
            if (isHelped) {
                advice.add(String.format(Locale.ROOT, "hold out %.0f %%", 100 * neededHoldout.getAsDouble()));
            } else {
                OptionalDouble half = expected < 2
                        ? OptionalDouble.empty()
                        : Detectable.anyTime(base, HALF, level(plan)).smallestRise(expected);
                half.ifPresent(rise -> advice.add(String.format(
                        Locale.ROOT, "hold out half of them: then a rise of %.1f points would show", 100 * rise)));
            }
            double customers = Detectable.anyTime(base, plan.holdout(), level(plan))
                    .customers(Math.min(wanted, (1 - base) * (1 - STEP)));
            advice.add(String.format(
                    Locale.ROOT,
                    "choose a wider segment: %,.0f customers would show a rise of %.1f points",
                    Math.ceil(customers),
                    100 * wanted));
            advice.add(
                    plan.isEntering()
                            ? "let it run longer, so that more customers enter"
                            : "let customers enter from now on, or count returns over a longer window");
        }
        return new Verdict(
                base(),
                fit,
                audience,
                perDay,
                expected,
                smallestRise,
                neededForHope,
                neededHoldout,
                days,
                contacts,
                contactCost,
                liability,
                gain,
                found,
                advice);
    }

    /// In a sentence or two.
    public String words() {
        String came = base.isDefined()
                ? String.format(
                        Locale.ROOT,
                        "Of %,d such customers %.1f %% came back by themselves within the window.",
                        base.of(),
                        100 * base.value())
                : "Nobody was in this audience one window ago, so it is not known how many come back by themselves.";
        return came + " "
                + switch (finding) {
                    case MEASURABLE ->
                        String.format(
                                Locale.ROOT,
                                "With %,d customers a rise of %.1f points or more will show, %d days after the launch.",
                                expected,
                                100 * smallestRise.orElse(0),
                                days);
                    case OVER_BUDGET ->
                        String.format(
                                Locale.ROOT,
                                "It is expected to cost %s, which is over the budget.",
                                cost().toPlainString());
                    case HOLDOUT_TOO_SMALL -> "The holdout is too small to show what is hoped for.";
                    case NOT_MEASURABLE ->
                        String.format(
                                Locale.ROOT,
                                "Its effect cannot be measured with this audience of %,d%s.",
                                expected,
                                smallestRise.isPresent()
                                        ? String.format(
                                                Locale.ROOT,
                                                ": only a rise of %.1f points would show",
                                                100 * smallestRise.getAsDouble())
                                        : "");
                };
    }
}
