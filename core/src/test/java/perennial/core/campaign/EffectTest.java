package perennial.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.core.answer.Share;
import perennial.core.experiment.Estimate;

/// Campaigns that are told by a seed, so that the truth is known: every customer who comes back spends 40, of which a
/// half is kept; the offer costs 3, a message 0.10.
class EffectTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int WINDOW = 30;
    private static final BigDecimal SPENT = new BigDecimal(40);
    private static final BigDecimal INCENTIVE = new BigDecimal(3);

    private static Plan plan(double holdout, Treatment... treatments) {
        return new Plan(
                "told",
                new Objective.Return(),
                "champions",
                false,
                Exclusions.NONE,
                holdout,
                List.of(treatments),
                new BigDecimal("0.10"),
                new BigDecimal("0.5"),
                WINDOW,
                WINDOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Plan.CSV);
    }

    private static final Plan PLAN = plan(0.3, new Treatment("letter", 1, List.of()));

    /// @param rise what the letter adds to the chance of the held out
    private static List<Outcome> told(int customers, double base, double rise, Random random) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            boolean isHeldOut = random.nextDouble() < 0.3;
            outcomes.add(outcome(
                    isHeldOut ? Plan.HOLDOUT : "letter",
                    random.nextDouble() < base + (isHeldOut ? 0 : rise),
                    1 + random.nextInt(WINDOW - 1)));
        }
        return outcomes;
    }

    private static Outcome outcome(String arm, boolean isBack, int day) {
        boolean isTreated = !arm.equals(Plan.HOLDOUT);
        return new Outcome(
                arm,
                0,
                isTreated,
                PLAN.costPerContact(),
                isTreated ? INCENTIVE : BigDecimal.ZERO,
                isBack ? OptionalLong.of(day * DAY - 1) : OptionalLong.empty(),
                isBack,
                isBack ? SPENT : BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private static Effect read(List<Outcome> outcomes) {
        return Effect.of(PLAN, outcomes, WINDOW * DAY);
    }

    /// Net of a treated customer over a held out one: 20 × rise − 3 × (base + rise) − 0.10.
    @Test
    void the_intervals_cover_what_was_planted() {
        var random = new Random(11);
        int campaigns = 0; // a sound split looks broken once in a thousand campaigns: they are not read
        int coveredOnce = 0;
        int coveredAnyTime = 0;
        int coveredNet = 0;
        for (int i = 0; i < 1_000; i++) {
            Optional<Comparison> read = read(told(600, 0.2, 0.1, random)).comparison("letter");
            if (read.isEmpty()) {
                continue;
            }
            Comparison found = read.get();
            campaigns++;
            coveredOnce += found.difference().excludes(0.1) ? 0 : 1;
            coveredAnyTime += found.anyTime().excludes(0.1) ? 0 : 1;
            long treated = Math.round(found.returns().value() / found.anyTime().value());
            Estimate net = found.net().times(1.0 / treated);
            coveredNet += net.excludes(20 * 0.1 - 3 * 0.3 - 0.1) ? 0 : 1;
        }
        assertThat(campaigns).isGreaterThan(990);
        assertThat(coveredOnce / (double) campaigns).isBetween(0.935, 0.965);
        assertThat(coveredAnyTime / (double) campaigns).isGreaterThan(0.97);
        assertThat(coveredNet / (double) campaigns).isGreaterThan(0.97);
    }

    @Test
    void campaigns_that_add_nothing_are_seldom_called_a_success_or_a_failure() {
        var random = new Random(12);
        int shown = 0;
        for (int i = 0; i < 2_000; i++) {
            Effect.Finding finding = read(told(400, 0.2, 0, random)).finding();
            shown += finding == Effect.Finding.BETTER || finding == Effect.Finding.WORSE ? 1 : 0;
        }
        assertThat(shown / 2_000.0).isLessThan(0.05);
    }

    @Test
    void a_clear_effect_is_told_and_one_too_small_is_not() {
        assertThat(read(told(3_000, 0.2, 0.15, new Random(13))).finding()).isEqualTo(Effect.Finding.BETTER);
        assertThat(read(told(3_000, 0.2, -0.15, new Random(13))).finding()).isEqualTo(Effect.Finding.WORSE);
        assertThat(read(told(300, 0.2, 0.01, new Random(13))).finding()).isEqualTo(Effect.Finding.NOT_SHOWN);
    }

    @Test
    void who_is_still_in_the_window_is_not_counted() {
        List<Outcome> outcomes = told(1_000, 0.2, 0.2, new Random(14));
        Effect early = Effect.of(PLAN, outcomes, WINDOW * DAY - 1);
        assertThat(early.finding()).isEqualTo(Effect.Finding.TOO_EARLY);
        assertThat(early.holdout().returned().isDefined()).isFalse();
        assertThat(early.days("letter")).hasSize(WINDOW - 1);
        assertThat(read(outcomes).holdout().kept().isDefined()).isFalse();
        assertThat(Effect.of(PLAN, outcomes, 2 * WINDOW * DAY).holdout().kept().isDefined())
                .isTrue();
    }

    @Test
    void where_one_customer_was_held_out_no_effect_can_be_told_however_long_one_waits() {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(outcome(Plan.HOLDOUT, false, 20));
        outcomes.add(outcome("letter", true, 20));
        outcomes.add(outcome("letter", false, 20));
        assertThat(words(outcomes, WINDOW * DAY - 1)).startsWith("It is too early: ");
        assertThat(words(outcomes, WINDOW * DAY))
                .isEqualTo("No effect can be told: holdout 1, letter 2. It takes two customers in each arm.");
    }

    private static String words(List<Outcome> outcomes, long asOf) {
        Effect effect = Effect.of(plan(0.5, new Treatment("letter", 1, List.of())), outcomes, asOf);
        return new EffectWords(effect, ZoneOffset.UTC, "EUR").sentence();
    }

    @Test
    void each_day_after_the_decision_tells_who_was_back_by_then() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            outcomes.add(outcome(Plan.HOLDOUT, i < 10, 20));
            outcomes.add(outcome("letter", i < 40, 1 + i));
        }
        List<EffectDay> days = Effect.of(plan(0.5, new Treatment("letter", 1, List.of())), outcomes, WINDOW * DAY)
                .days("letter");
        assertThat(days.get(9).treated()).isEqualTo(new Share(10, 100));
        assertThat(days.get(9).holdout()).isEqualTo(new Share(0, 100));
        assertThat(days.get(19).holdout()).isEqualTo(new Share(10, 100));
    }

    /// Two letters that do nothing: read as one comparison each, one campaign in ten would show something.
    @Test
    void several_arms_are_corrected_for_each_other() {
        Plan two = plan(0.3, new Treatment("a", 0.5, List.of()), new Treatment("b", 0.5, List.of()));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            outcomes.add(outcome(i % 10 < 3 ? Plan.HOLDOUT : i / 10 % 2 == 0 ? "a" : "b", i % 7 == 0, 5));
        }
        Effect effect = Effect.of(two, outcomes, WINDOW * DAY);
        List<Comparison> comparisons = effect.comparisons();
        assertThat(comparisons).hasSize(2);
        double least = comparisons.stream().mapToDouble(Comparison::p).min().orElseThrow();
        Comparison alone = Comparison.of(
                effect.treatments().get(comparisons.getFirst().p() == least ? 0 : 1),
                effect.holdout(),
                Effect.sequence(two, 1_000));
        assertThat(least).isEqualTo(Math.min(1, 2 * alone.p()));
    }
}
