package perennial.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Measures the planted truth in the lines of the whole demo company, with nothing but the lines.
class PlantedTruthTest {
    private static final Seen COMPANY = Seen.of(DemoCompany.CUSTOMERS, DemoCompany.SEED);
    private static final Collection<Seen.Person> PEOPLE = COMPANY.people.values();
    private static final Collection<Seen.Payer> PAYERS = COMPANY.payers.values();
    /// Who opens the app only now and then may be there and yet never be seen again; who fell silent may be brought
    /// back by a new contract. Both are small so soon after sign-up.
    private static final double UNSEEN = 0.035;

    private static final double BROUGHT_BACK = 0.02;

    @ParameterizedTest
    @CsvSource({
        "organic, 1.0",
        "paid-search, 1.0",
        "partner, 1.0",
        "referral, DROP_FACTOR_REFERRAL",
        "paid-social, DROP_FACTOR_PAID_SOCIAL"
    })
    void users_of_each_channel_fall_silent_as_planted(String channel, String factor) {
        double times = factor.equals("1.0") ? 1 : Planted.valueOf(factor).value();
        for (int weeks : List.of(4, 12)) {
            assertStay(person -> isPlain(person) && person.channel.equals(channel), weeks, times);
        }
    }

    @Test
    void users_who_plan_a_garden_in_their_first_week_stay_longer() {
        Predicate<Seen.Person> organic = person ->
                person.channel.equals("organic") && person.garden.equals("own") && !Era.isBadRelease(person.signUp);
        assertStay(person -> organic.test(person) && person.hasPlanned, 12, Planted.DROP_FACTOR_PLANNED.value());
        assertStay(person -> organic.test(person) && !person.hasPlanned, 12, 1);
    }

    @Test
    void users_of_teams_stay_longer() {
        assertStay(
                person -> person.garden.equals("shared")
                        && List.of("organic", "paid-search", "partner").contains(person.channel)
                        && !person.hasPlanned
                        && !Era.isBadRelease(person.signUp),
                12,
                Planted.DROP_FACTOR_TEAM.value());
    }

    @Test
    void users_who_came_in_the_month_of_the_bad_release_stay_less() {
        assertStay(
                person -> person.garden.equals("own")
                        && List.of("organic", "paid-search", "partner").contains(person.channel)
                        && !person.hasPlanned
                        && Era.isBadRelease(person.signUp),
                4,
                Planted.DROP_FACTOR_BAD_RELEASE.value());
    }

    @ParameterizedTest
    @EnumSource(Country.class)
    void the_country_changes_nothing(Country country) {
        double all = share(mature(12).toList(), person -> person.isBackAfter(12));
        List<Seen.Person> here = mature(12)
                .filter(person -> person.country.equals(country.name()))
                .toList();
        double expected = all * Planted.DROP_FACTOR_COUNTRY.value();
        assertThat(share(here, person -> person.isBackAfter(12)))
                .isCloseTo(expected, within(4 * standardError(expected, here.size())));
    }

    @Test
    void the_silent_of_the_winter_come_back_in_march() {
        double february = reactivated(LocalDate.of(2026, 2, 1));
        double march = reactivated(LocalDate.of(2026, 3, 1));
        double april = reactivated(LocalDate.of(2026, 4, 1));
        assertThat(march).isGreaterThan(2.5 * february).isGreaterThan(2 * april);
    }

    @Test
    void weekends_are_quieter() {
        long[] opened = new long[7];
        for (Seen.Person person : PEOPLE) {
            person.days.stream()
                    .forEach(day ->
                            opened[Era.FIRST_DAY.plusDays(day).getDayOfWeek().getValue() - 1]++);
        }
        assertThat(opened[5] + opened[6]).isLessThan((opened[0] + opened[1]) * 7 / 10);
    }

    @Test
    void the_price_rise_multiplies_cancels_for_the_price() {
        double before = priceCancels(Era.PRICE_RISE_FROM.minusMonths(4), 4);
        double after = priceCancels(Era.PRICE_RISE_FROM, 2);
        double later = priceCancels(Era.PRICE_RISE_UNTIL, 4);
        assertThat(before).isCloseTo(Planted.CANCEL_PRICE.value(), within(0.003));
        assertThat(after / before).isCloseTo(Planted.CANCEL_FACTOR_PRICE_RISE.value(), within(1.0));
        assertThat(later).isCloseTo(Planted.CANCEL_PRICE.value(), within(0.003));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void customers_come_back_by_their_reason(Reason reason) {
        List<Boolean> back = endedLives(reason.toString());
        double share = share(back, isBack -> isBack);
        assertThat(share).isCloseTo(reason.back(), within(4 * standardError(reason.back(), back.size())));
    }

    @Test
    void the_comeback_mail_adds_nine_points() {
        double treated = backAfterAssignment("treatment");
        double holdout = backAfterAssignment("holdout");
        assertThat(treated - holdout).isCloseTo(Planted.CAMPAIGN_EFFECT.value(), within(0.045));
    }

    @Test
    void sizes_are_those_of_a_real_company() {
        assertThat(COMPANY.lines).isBetween(2_000_000, 2_600_000);
        assertThat(PEOPLE).hasSizeBetween(52_000, 58_000);
        assertThat((double) COMPANY.people.keySet().stream()
                                .filter(id -> COMPANY.people.get(id).garden.equals("shared"))
                                .count()
                        / PEOPLE.size())
                .isCloseTo(0.10, within(0.02));
        for (LocalDate month = LocalDate.of(2025, 6, 1); month.isBefore(Era.UNTIL_DAY); month = month.plusMonths(1)) {
            assertThat(contractChurn(month)).as("churn of " + month).isBetween(0.02, 0.08);
        }
        List<Boolean> back = endedLives("");
        assertThat(share(back, isBack -> isBack)).isBetween(0.20, 0.30);
    }

    private static boolean isPlain(Seen.Person person) {
        return !person.hasPlanned && person.garden.equals("own") && !Era.isBadRelease(person.signUp);
    }

    /// Users old enough that somebody still there after these weeks has had the time to be seen again.
    private static Stream<Seen.Person> mature(int weeks) {
        return PEOPLE.stream()
                .filter(person -> person.signUp > 0 && person.signUp + weeks * Era.WEEK + 120 * Era.DAY < Era.UNTIL);
    }

    private static void assertStay(Predicate<Seen.Person> group, int weeks, double factor) {
        List<Seen.Person> people = mature(weeks).filter(group).toList();
        double expected = 1;
        for (int week = 0; week < weeks; week++) {
            expected *= 1 - factor * dropChance(week).value();
        }
        double seen = share(people, person -> person.isBackAfter(weeks));
        double chance = 4 * standardError(expected, people.size());
        assertThat(seen)
                .as(people.size() + " people, week " + weeks)
                .isBetween(expected - UNSEEN - chance, expected + BROUGHT_BACK + chance);
    }

    private static Planted dropChance(int week) {
        return switch (week) {
            case 0 -> Planted.DROP_WEEK_0;
            case 1 -> Planted.DROP_WEEK_1;
            case 2, 3 -> Planted.DROP_WEEKS_2_TO_3;
            case 4, 5, 6, 7 -> Planted.DROP_WEEKS_4_TO_7;
            default -> week < 26 ? Planted.DROP_WEEKS_8_TO_25 : Planted.DROP_WEEKS_FROM_26;
        };
    }

    /// Of the users silent for 30 days when a month begins, the share that opens the app in it.
    private static double reactivated(LocalDate month) {
        int from = (int) (month.toEpochDay() - Era.FIRST_DAY.toEpochDay());
        int until = from + month.lengthOfMonth();
        List<Seen.Person> silent = PEOPLE.stream()
                .filter(person -> person.days.nextSetBit(0) >= 0 && person.days.nextSetBit(0) < from)
                .filter(person -> person.days.get(from - 30, from).isEmpty())
                .toList();
        double share = share(silent, person -> !person.days.get(from, until).isEmpty());
        return share;
    }

    /// Cancels for the price per monthly contract and month.
    private static double priceCancels(LocalDate first, int months) {
        long cancels = 0;
        double contractMonths = 0;
        for (int i = 0; i < months; i++) {
            long from = Era.startOf(first.plusMonths(i));
            long until = Era.startOf(first.plusMonths(i + 1));
            for (Seen.Payer payer : PAYERS) {
                for (Seen.Contract contract : payer.contracts.values()) {
                    boolean isOpen = contract.from < from && contract.requested >= from;
                    contractMonths += isOpen && !contract.isYearly ? 1 : 0;
                    cancels += isOpen
                                    && !contract.isYearly
                                    && contract.requested < until
                                    && contract.reason.equals("price")
                            ? 1
                            : 0;
                }
            }
        }
        return cancels / contractMonths;
    }

    /// Lives ended for this reason (any, if empty) at least 90 days ago, and whether the customer was back in 90 days.
    private static List<Boolean> endedLives(String reason) {
        var back = PAYERS.stream()
                .flatMap(payer -> payer.lives().stream()
                        .filter(life -> life.until() < Era.UNTIL - 90 * Era.DAY)
                        .filter(life -> reason.isEmpty() || life.reason().equals(reason))
                        .map(life -> payer.hasStarted(life.until() + 1, life.until() + 90 * Era.DAY)))
                .toList();
        return back;
    }

    private static double backAfterAssignment(String arm) {
        List<Seen.Payer> assigned = PAYERS.stream()
                .filter(payer -> payer.arm.filter(arm::equals).isPresent())
                .toList();
        double share = share(assigned, payer -> payer.hasStarted(payer.assigned, payer.assigned + 90 * Era.DAY));
        return share;
    }

    /// Of the customers with a contract when a month begins, the share without one when it ends.
    private static double contractChurn(LocalDate month) {
        long from = Era.startOf(month);
        long until = Era.startOf(month.plusMonths(1));
        List<Seen.Payer> subscribed =
                PAYERS.stream().filter(payer -> isSubscribed(payer, from)).toList();
        double share = share(subscribed, payer -> !isSubscribed(payer, until));
        return share;
    }

    private static boolean isSubscribed(Seen.Payer payer, long time) {
        return payer.lives().stream().anyMatch(life -> life.from() <= time && life.until() > time);
    }

    private static <T> double share(List<T> of, Predicate<T> which) {
        assertThat(of).isNotEmpty();
        return (double) of.stream().filter(which).count() / of.size();
    }

    private static double standardError(double share, int of) {
        return Math.sqrt(share * (1 - share) / of);
    }
}
