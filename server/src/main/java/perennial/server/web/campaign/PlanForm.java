package perennial.server.web.campaign;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Exclusions;
import perennial.core.campaign.Objective;
import perennial.core.campaign.Plan;
import perennial.core.life.Basis;
import perennial.core.selection.Selection;

/// A plan as somebody fills it in: texts under the names that [Plan] has for them. Shares are in percent, and times in
/// the workspace's zone.
///
/// @param texts all but the arms
public record PlanForm(Map<String, String> texts, List<ArmForm> arms, ZoneId zone) {
    private static final int USUAL_CAP_DAYS = 30;
    private static final String DID = "did";

    public PlanForm {
        texts = Map.copyOf(texts);
        arms = List.copyOf(arms);
    }

    /// An empty one, as usual.
    static PlanForm empty(String audience, ZoneId zone) {
        return new PlanForm(
                Map.of(
                        "audience",
                        audience,
                        "objective",
                        Basis.CONTRACT.toString(),
                        "inactiveAfterDays",
                        String.valueOf(Objective.Return.USUAL_INACTIVE_AFTER),
                        "apart",
                        "true",
                        "holdout",
                        Percent.of(Plan.USUAL_HOLDOUT),
                        "costPerContact",
                        "0",
                        "margin",
                        "100",
                        "windowDays",
                        String.valueOf(Plan.USUAL_WINDOW),
                        "keptDays",
                        String.valueOf(Plan.USUAL_WINDOW),
                        "channel",
                        Plan.CSV),
                List.of(ArmForm.named("message")),
                zone);
    }

    /// As it was sent.
    static PlanForm of(Map<String, String> sent, ZoneId zone) {
        return new PlanForm(sent, ArmForm.all(sent), zone);
    }

    static PlanForm of(Plan plan, ZoneId zone) {
        Map<String, String> texts = new HashMap<>();
        texts.put("name", plan.name());
        texts.put("inactiveAfterDays", String.valueOf(Objective.Return.USUAL_INACTIVE_AFTER));
        switch (plan.objective()) {
            case Objective.Return(Basis basis, int days) -> {
                texts.put("objective", basis.toString());
                texts.put("inactiveAfterDays", String.valueOf(days));
            }
            case Objective.Doing(Selection selection) -> {
                texts.put("objective", DID);
                texts.put(DID, selection.toString());
            }
        }
        texts.put("audience", plan.audience());
        texts.put("entering", String.valueOf(plan.isEntering()));
        plan.exclusions().consent().ifPresent(consent -> texts.put("consent", consent));
        plan.exclusions().cap().ifPresent(cap -> {
            texts.put("cap", String.valueOf(cap.contacts()));
            texts.put("capDays", String.valueOf(cap.days()));
        });
        texts.put("apart", String.valueOf(plan.exclusions().isApart()));
        texts.put("holdout", Percent.of(plan.holdout()));
        texts.put("costPerContact", plan.costPerContact().toPlainString());
        texts.put("margin", Percent.of(plan.margin()));
        texts.put("windowDays", String.valueOf(plan.windowDays()));
        texts.put("keptDays", String.valueOf(plan.keptDays()));
        plan.hopedRise().ifPresent(rise -> texts.put("hopedRise", Percent.of(rise)));
        plan.budget().ifPresent(most -> texts.put("budget", most.toPlainString()));
        plan.starts().ifPresent(start -> texts.put("starts", local(start, zone)));
        plan.ends().ifPresent(end -> texts.put("ends", local(end, zone)));
        texts.put("channel", plan.channel());
        return new PlanForm(texts, ArmForm.all(plan.treatments()), zone);
    }

    private static String local(Instant time, ZoneId zone) {
        return LocalDateTime.ofInstant(time, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /// What a field holds; empty if nothing.
    public String text(String field) {
        return given(field).orElse("");
    }

    public boolean is(String field, String value) {
        return text(field).equals(value);
    }

    private Optional<String> given(String field) {
        return Optional.ofNullable(texts.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /// Whether nobody wrote yet whom and what it is about.
    boolean isUntouched() {
        return given("name").isEmpty() && given("audience").isEmpty();
    }

    /// The same with a row more or less.
    ///
    /// @param act `add arm`, `drop arm N`, `add offer N` or `drop offer N M`; anything else changes nothing
    PlanForm after(String act) {
        List<ArmForm> changed = new ArrayList<>(arms);
        String[] words = act.split(" ");
        int arm = words.length > 2 ? index(words[2], arms.size()) : -1;
        if (act.equals("add arm")) {
            changed.add(ArmForm.named(""));
        } else if (act.startsWith("drop arm ") && arm >= 0 && arms.size() > 1) {
            changed.remove(arm);
        } else if (act.startsWith("add offer ") && arm >= 0) {
            changed.set(arm, arms.get(arm).withOffer());
        } else if (act.startsWith("drop offer ") && arm >= 0 && words.length > 3) {
            changed.set(
                    arm,
                    arms.get(arm)
                            .withoutOffer(index(words[3], arms.get(arm).offers().size())));
        }
        return new PlanForm(texts, changed, zone);
    }

    private static int index(String text, int below) {
        return text.matches("\\d{1,3}") && Integer.parseInt(text) < below ? Integer.parseInt(text) : -1;
    }

    /// The plan it says so far: what it is called may come last.
    ///
    /// @throws BadPlan naming the field that is wrong
    Plan draft() {
        return plan(given("name").orElse("new"));
    }

    /// The plan it says.
    ///
    /// @throws BadPlan naming the field that is wrong
    Plan plan() {
        return plan(given("name").orElseThrow(() -> new BadPlan("name", "Give the campaign a name")));
    }

    private Plan plan(String name) {
        int window = days("windowDays").orElseThrow(() -> new BadPlan("windowDays", "Say how long a return counts"));
        return new Plan(
                name,
                objective(),
                given("audience")
                        .orElseThrow(() -> new BadPlan("audience", "Say who is meant: a segment or an expression")),
                is("entering", "true"),
                new Exclusions(given("consent"), cap(), is("apart", "true")),
                Percent.share("holdout", text("holdout")).doubleValue(),
                ArmForm.treatments(arms),
                amount("costPerContact").orElse(BigDecimal.ZERO),
                Percent.share("margin", text("margin")),
                window,
                days("keptDays").orElse(window),
                given("hopedRise").map(rise -> Percent.share("hopedRise", rise).doubleValue()),
                amount("budget"),
                time("starts"),
                time("ends"),
                given("channel").orElse(Plan.CSV));
    }

    private Objective objective() {
        if (is("objective", DID)) {
            String selection = given(DID)
                    .orElseThrow(
                            () -> new BadPlan("objective", "Say what they are to do, such as \"Order Completed\""));
            try {
                return new Objective.Doing(Selection.parse(selection));
            } catch (IllegalArgumentException fault) {
                throw new BadPlan("objective", String.valueOf(fault.getMessage()));
            }
        }
        if (is("objective", Basis.CONTRACT.toString())) {
            return new Objective.Return();
        }
        return new Objective.Return(
                Basis.USAGE,
                days("inactiveAfterDays")
                        .filter(each -> each > 0)
                        .orElseThrow(() ->
                                new BadPlan("objective", "Say after how many silent days a customer counts as gone")));
    }

    private Optional<Exclusions.Cap> cap() {
        return days("cap").map(most -> new Exclusions.Cap(most, days("capDays").orElse(USUAL_CAP_DAYS)));
    }

    private Optional<Integer> days(String field) {
        return amount(field).map(number -> {
            try {
                return number.intValueExact();
            } catch (ArithmeticException fault) {
                throw new BadPlan(field, "A whole number is expected, was " + number.toPlainString());
            }
        });
    }

    private Optional<BigDecimal> amount(String field) {
        return given(field).map(text -> Percent.number(field, text));
    }

    private Optional<Instant> time(String field) {
        return given(field).map(text -> {
            try {
                return LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeException fault) {
                throw new BadPlan(field, "\"" + text + "\" is no time such as 2026-03-01T08:00");
            }
        });
    }
}
