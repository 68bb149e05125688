package perennial.core.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.core.experiment.Arm;
import perennial.core.experiment.Assignment;

/// All that a team decides of a campaign before it is launched. Amounts are in the workspace's currency.
///
/// @param objective what counts as coming back
/// @param audience the name of a segment, or an expression
/// @param isEntering whether everybody who enters the segment from the launch on is reached, not who is in it then
/// @param exclusions who of them is left out
/// @param holdout the share that is held out, in 0..1, both excluded
/// @param treatments at least one; their shares of the others add up to 1
/// @param costPerContact of each message sent
/// @param margin the part of a customer's spending that is kept, in 0..1
/// @param windowDays so long after a decision a return counts
/// @param keptDays a return is kept if the customer is still there so long after it
/// @param hopedRise by how much the share that returns is hoped to rise, in 0..1: the holdout must be large enough to
/// show it
/// @param budget what contacts and expected incentives may cost together
/// @param starts no message leaves before it
/// @param ends no decision is made and no message leaves from then on
/// @param channel `csv`, or the name of a webhook
public record Plan(
        String name,
        Objective objective,
        String audience,
        boolean isEntering,
        Exclusions exclusions,
        double holdout,
        List<Treatment> treatments,
        BigDecimal costPerContact,
        BigDecimal margin,
        int windowDays,
        int keptDays,
        Optional<Double> hopedRise,
        Optional<BigDecimal> budget,
        Optional<Instant> starts,
        Optional<Instant> ends,
        String channel) {
    /// The channel that is a file.
    public static final String CSV = "csv";

    /// The arm that is left alone.
    public static final String HOLDOUT = "holdout";

    /// A tenth is held out unless a plan says otherwise.
    public static final double USUAL_HOLDOUT = 0.1;

    public static final int USUAL_WINDOW = 30;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DAYS = 730;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 9;

    public Plan {
        treatments = List.copyOf(treatments);
        require(
                !name.isBlank() && name.length() <= LONGEST_NAME && name.equals(name.strip()) && isAddress(name),
                "name",
                "The name of a campaign has 1 to " + LONGEST_NAME
                        + " characters without \"/\", \"\\\" or line breaks and is not all dots, was \"" + name + "\"");
        require(!audience.isBlank(), "audience", "Name the segment whose customers the campaign is for");
        require(holdout > 0 && holdout < 1, "holdout", "The share held out lies between 0 and 1, was " + holdout);
        require(!treatments.isEmpty(), "treatments", "A campaign has at least one treatment");
        requireAmount(costPerContact, "costPerContact");
        requireAmount(margin, "margin");
        require(
                margin.signum() >= 0 && margin.compareTo(BigDecimal.ONE) <= 0,
                "margin",
                "The margin is a share of what customers spend, in 0..1, was " + margin.toPlainString());
        requireDays(windowDays, "windowDays");
        requireDays(keptDays, "keptDays");
        hopedRise.ifPresent(rise ->
                require(rise > 0 && rise < 1, "hopedRise", "The rise hoped for lies between 0 and 1, was " + rise));
        budget.ifPresent(most -> requireAmount(most, "budget"));
        require(
                starts.isEmpty() || ends.isEmpty() || starts.get().isBefore(ends.get()),
                "ends",
                "A campaign ends after it starts");
        require(!channel.isBlank(), "channel", "Name a channel: " + CSV + ", or a webhook");
        arms(holdout, treatments);
    }

    /// Names stand in the addresses of pages.
    private static boolean isAddress(String name) {
        return !name.matches("\\.{1,2}")
                && name.chars().noneMatch(each -> each == '/' || each == '\\' || Character.isISOControl(each));
    }

    /// Amounts beyond these digits are none that anybody pays, and fill the memory when they are written.
    static void requireAmount(BigDecimal amount, String field) {
        require(
                amount.scale() <= MOST_DECIMALS && (long) amount.precision() - amount.scale() <= MOST_DIGITS,
                field,
                "An amount has at most " + MOST_DIGITS + " digits before the point and " + MOST_DECIMALS + " after it");
        requireNotNegative(amount, field);
    }

    private static void requireNotNegative(BigDecimal amount, String field) {
        require(amount.signum() >= 0, field, "An amount is 0 or more, was " + amount.toPlainString());
    }

    private static void requireDays(int days, String field) {
        require(days >= 1 && days <= LONGEST_DAYS, field, "Between 1 and " + LONGEST_DAYS + " days, were " + days);
    }

    private static void require(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw new BadPlan(field, otherwise);
        }
    }

    private static List<Arm> arms(double holdout, List<Treatment> treatments) {
        require(
                treatments.stream().noneMatch(each -> each.name().equals(HOLDOUT)),
                "treatments",
                "No treatment is called \"" + HOLDOUT + "\": those who are held out are");
        return Stream.concat(
                        Stream.of(new Arm(HOLDOUT, holdout, true)),
                        treatments.stream().map(each -> new Arm(each.name(), (1 - holdout) * each.share(), false)))
                .toList();
    }

    /// The holdout, then the treatments, with their shares of all.
    public List<Arm> arms() {
        return arms(holdout, treatments);
    }

    /// What draws customers into the arms; its seed is the name of the campaign, which no other has.
    public Assignment assignment() {
        try {
            return new Assignment(name, arms());
        } catch (IllegalArgumentException e) {
            throw new BadPlan("treatments", String.valueOf(e.getMessage()));
        }
    }

    /// The treatment of this name.
    public Optional<Treatment> treatment(String arm) {
        return treatments.stream().filter(each -> each.name().equals(arm)).findFirst();
    }

    /// The offer of this name that a treatment makes; another may make one of the same name.
    public Optional<Offer> offer(String arm, String name) {
        return treatment(arm).stream()
                .flatMap(each -> each.offers().stream())
                .map(Treatment.Rule::offer)
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /// All offers of all treatments.
    public Stream<Offer> offers() {
        return treatments.stream().flatMap(each -> each.offers().stream()).map(Treatment.Rule::offer);
    }

    public boolean isCsv() {
        return channel.equals(CSV);
    }

    public Duration window() {
        return Duration.ofDays(windowDays);
    }
}
