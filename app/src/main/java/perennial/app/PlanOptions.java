package perennial.app;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.core.calendar.Calendar;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Exclusions;
import perennial.core.campaign.Objective;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Plan;
import perennial.core.campaign.Treatment;
import perennial.core.life.Basis;
import perennial.core.question.BadOption;
import perennial.core.selection.Selection;
import picocli.CommandLine.Option;

/// A plan with one treatment, as options of a command; a file can say more.
final class PlanOptions {
    private static final int INACTIVE_AFTER = 30;

    @Option(
            names = "--audience",
            paramLabel = "SEGMENT",
            defaultValue = "",
            description = "Whom it is for: the name of a segment, or an expression.")
    private String audience = "";

    @Option(
            names = "--objective",
            paramLabel = "contract|usage|SELECTION",
            defaultValue = "contract",
            description =
                    "What counts as coming back: a new contract, use after silence, or an event. Default: contract.")
    private String objective = "contract";

    @Option(
            names = "--inactive-after",
            paramLabel = "DAYS",
            defaultValue = "" + INACTIVE_AFTER,
            description = "With usage: silent days after which somebody has left. Default: 30.")
    private int inactiveAfter = INACTIVE_AFTER;

    @Option(names = "--entering", description = "Reach everybody who enters the audience from the launch on.")
    private boolean isEntering;

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "The share that is left alone, between 0 and 1. Default: 0.1.")
    private double holdout = Plan.USUAL_HOLDOUT;

    @Option(
            names = "--treatment",
            paramLabel = "NAME",
            defaultValue = "message",
            description = "What the treated arm is called. Default: message.")
    private String treatment = "message";

    @Option(names = "--offer", paramLabel = "TEXT", description = "What everybody who is written to is offered.")
    private Optional<String> offer = Optional.empty();

    @Option(
            names = "--offer-cost",
            paramLabel = "AMOUNT",
            defaultValue = "0",
            description = "What the offer costs for each who comes back. Default: 0.")
    private BigDecimal offerCost = BigDecimal.ZERO;

    @Option(names = "--codes", paramLabel = "POOL", description = "The pool its codes come from.")
    private Optional<String> codes = Optional.empty();

    @Option(
            names = "--contact-cost",
            paramLabel = "AMOUNT",
            defaultValue = "0",
            description = "What a message costs. Default: 0.")
    private BigDecimal contactCost = BigDecimal.ZERO;

    @Option(
            names = "--margin",
            paramLabel = "SHARE",
            defaultValue = "1",
            description = "The part of what customers spend that is kept. Default: 1.")
    private BigDecimal margin = BigDecimal.ONE;

    @Option(
            names = "--window",
            paramLabel = "DAYS",
            defaultValue = "" + Plan.USUAL_WINDOW,
            description = "Days after the decision in which a return counts. Default: 30.")
    private int window = Plan.USUAL_WINDOW;

    @Option(
            names = "--kept",
            paramLabel = "DAYS",
            description = "Days after which a return must still hold. Default: as the window.")
    private Optional<Integer> kept = Optional.empty();

    @Option(
            names = "--hoped-rise",
            paramLabel = "SHARE",
            description = "By how much the share that returns is hoped to rise; the holdout must be able to show it.")
    private Optional<Double> hopedRise = Optional.empty();

    @Option(names = "--budget", paramLabel = "AMOUNT", description = "What contacts and offers may cost together.")
    private Optional<BigDecimal> budget = Optional.empty();

    @Option(
            names = "--consent",
            paramLabel = "SEGMENT",
            description = "Who agreed to be written to, such as 'newsletter = true'.")
    private Optional<String> consent = Optional.empty();

    @Option(
            names = "--cap",
            paramLabel = "N/DAYS",
            description = "At most N messages to a customer in so many days, over all campaigns.")
    private Optional<String> cap = Optional.empty();

    @Option(names = "--apart", description = "Leave out who is in another campaign now.")
    private boolean isApart;

    @Option(names = "--starts", paramLabel = "TIME", description = "No message leaves before.")
    private Optional<String> starts = Optional.empty();

    @Option(names = "--ends", paramLabel = "TIME", description = "No message leaves from then on.")
    private Optional<String> ends = Optional.empty();

    @Option(
            names = "--channel",
            paramLabel = "csv|WEBHOOK",
            defaultValue = Plan.CSV,
            description = "How messages leave: as a file, or to a webhook. Default: csv.")
    private String channel = Plan.CSV;

    /// What the options say.
    ///
    /// @param calendar reads local times
    Plan plan(String name, Calendar calendar) {
        return new Plan(
                name,
                objective(),
                audience,
                isEntering,
                new Exclusions(consent, cap.map(PlanOptions::cap), isApart),
                holdout,
                List.of(new Treatment(treatment, 1, offers())),
                contactCost,
                margin,
                window,
                kept.orElse(window),
                hopedRise,
                budget,
                starts.map(text -> instant("starts", text, calendar)),
                ends.map(text -> instant("ends", text, calendar)),
                channel);
    }

    private Objective objective() {
        return switch (objective) {
            case "contract" -> new Objective.Return();
            case "usage" -> new Objective.Return(Basis.USAGE, inactiveAfter);
            default -> new Objective.Doing(Selection.parse(objective));
        };
    }

    private List<Treatment.Rule> offers() {
        return offer.map(text -> List.of(new Treatment.Rule(
                        Optional.empty(),
                        new Offer(
                                "offer",
                                text,
                                offerCost,
                                codes.<Offer.Codes>map(Offer.Codes.Pool::new).orElse(new Offer.Codes.None())))))
                .orElse(List.of());
    }

    private static Exclusions.Cap cap(String text) {
        String[] sides = text.split("/", -1);
        try {
            return new Exclusions.Cap(Integer.parseInt(sides[0].strip()), Integer.parseInt(sides[1].strip()));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new BadPlan("cap", "A cap is written N/DAYS, such as 2/30, was \"" + text + "\"");
        }
    }

    private static Instant instant(String option, String text, Calendar calendar) {
        try {
            return Instant.ofEpochMilli(calendar.parse(text));
        } catch (DateTimeException e) {
            throw new BadOption(option, "\"" + text + "\" is not a date or time; write one such as 2026-03-01");
        }
    }
}
