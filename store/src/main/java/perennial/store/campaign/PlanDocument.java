package perennial.store.campaign;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import perennial.core.campaign.BadPlan;
import perennial.core.campaign.Exclusions;
import perennial.core.campaign.Objective;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Plan;
import perennial.core.campaign.Treatment;
import perennial.core.life.Basis;
import perennial.core.selection.Selection;
import perennial.store.json.Json;
import perennial.store.json.JsonError;

/// A plan as JSON. What is left out is as usual; an unknown field is refused.
///
/// ```
/// {"name": "spring", "objective": {"return": "contract"}, "audience": "life ended in last 90 days",
///  "entering": false, "exclusions": {"consent": "newsletter = true", "cap": {"contacts": 2, "days": 30}, "apart":
/// true},
///  "holdout": 0.1,
///  "treatments": [{"name": "letter", "share": 1, "offers": [
///     {"who": "life ended with reason \"price\"",
///      "offer": {"name": "discount", "text": "20 % off", "cost": 12, "codes": {"pool": "spring"}}}]}],
///  "costPerContact": 0.05, "margin": 0.8, "windowDays": 30, "keptDays": 30, "hopedRise": 0.03, "budget": 5000,
///  "starts": "2026-03-01T08:00:00Z", "ends": "2026-06-01T00:00:00Z", "channel": "csv"}
/// ```
///
/// An objective is `{"return": "contract"}`, `{"return": "usage", "inactiveAfterDays": 30}` or `{"did": SELECTION}`;
/// codes are `{"pool": NAME}` or `{"generated": PREFIX}`. Amounts are in the workspace's currency.
public final class PlanDocument {
    private static final List<String> FIELDS = List.of(
            "name",
            "objective",
            "audience",
            "entering",
            "exclusions",
            "holdout",
            "treatments",
            "costPerContact",
            "margin",
            "windowDays",
            "keptDays",
            "hopedRise",
            "budget",
            "starts",
            "ends",
            "channel");

    private PlanDocument() {}

    /// Reads what a person or a program wrote.
    ///
    /// @throws BadPlan naming the field and what is wrong with it
    public static Plan read(String text) {
        try {
            return read(Json.parse(text));
        } catch (JsonError e) {
            throw new BadPlan("plan", "The plan is no JSON: " + e.getMessage());
        }
    }

    static Plan read(Json json) {
        var plan = new Fields(json, "plan");
        plan.requireOnly(FIELDS);
        int window = plan.whole("windowDays").orElse(Plan.USUAL_WINDOW);
        return new Plan(
                plan.text("name").orElseThrow(() -> plan.missing("name")),
                plan.object("objective").map(PlanDocument::objective).orElse(new Objective.Return()),
                plan.text("audience").orElseThrow(() -> plan.missing("audience")),
                plan.flag("entering"),
                plan.object("exclusions").map(PlanDocument::exclusions).orElse(Exclusions.NONE),
                plan.amount("holdout").map(BigDecimal::doubleValue).orElse(Plan.USUAL_HOLDOUT),
                treatments(plan),
                plan.amount("costPerContact").orElse(BigDecimal.ZERO),
                plan.amount("margin").orElse(BigDecimal.ONE),
                window,
                plan.whole("keptDays").orElse(window),
                plan.amount("hopedRise").map(BigDecimal::doubleValue),
                plan.amount("budget"),
                plan.instant("starts"),
                plan.instant("ends"),
                plan.text("channel").orElse(Plan.CSV));
    }

    private static Objective objective(Fields fields) {
        fields.requireOnly(List.of("return", "inactiveAfterDays", "did"));
        Optional<String> did = fields.text("did");
        if (did.isPresent()) {
            return new Objective.Doing(Selection.parse(did.get()));
        }
        String basis = fields.text("return").orElse("");
        return switch (basis) {
            case "contract" -> new Objective.Return();
            case "usage" ->
                new Objective.Return(
                        Basis.USAGE, fields.whole("inactiveAfterDays").orElse(Objective.Return.USUAL_INACTIVE_AFTER));
            default ->
                throw new BadPlan(
                        "objective",
                        "An objective is {\"return\": \"contract\"}, {\"return\": \"usage\"} or {\"did\": SELECTION}, was "
                                + fields.object.text());
        };
    }

    private static Exclusions exclusions(Fields fields) {
        fields.requireOnly(List.of("consent", "cap", "apart"));
        return new Exclusions(
                fields.text("consent"),
                fields.object("cap")
                        .map(cap -> new Exclusions.Cap(
                                cap.whole("contacts").orElseThrow(() -> cap.missing("contacts")),
                                cap.whole("days").orElseThrow(() -> cap.missing("days")))),
                fields.flag("apart"));
    }

    private static List<Treatment> treatments(Fields plan) {
        List<Fields> given = plan.list("treatments");
        return given.isEmpty()
                ? List.of(new Treatment("message", 1, List.of()))
                : given.stream()
                        .map(each -> {
                            each.requireOnly(List.of("name", "share", "offers"));
                            return new Treatment(
                                    each.text("name").orElseThrow(() -> each.missing("name")),
                                    each.amount("share")
                                            .map(BigDecimal::doubleValue)
                                            .orElse(1.0 / given.size()),
                                    each.list("offers").stream()
                                            .map(PlanDocument::rule)
                                            .toList());
                        })
                        .toList();
    }

    private static Treatment.Rule rule(Fields fields) {
        fields.requireOnly(List.of("who", "offer"));
        Fields offer = fields.object("offer").orElseThrow(() -> fields.missing("offer"));
        offer.requireOnly(List.of("name", "text", "cost", "codes"));
        return new Treatment.Rule(
                fields.text("who"),
                new Offer(
                        offer.text("name").orElseThrow(() -> offer.missing("name")),
                        offer.text("text").orElse(""),
                        offer.amount("cost").orElse(BigDecimal.ZERO),
                        offer.object("codes").map(PlanDocument::codes).orElse(new Offer.Codes.None())));
    }

    private static Offer.Codes codes(Fields fields) {
        fields.requireOnly(List.of("pool", "generated"));
        return fields.text("pool")
                .<Offer.Codes>map(Offer.Codes.Pool::new)
                .or(() -> fields.text("generated").map(Offer.Codes.Generated::new))
                .orElseThrow(() -> new BadPlan(
                        "codes", "Codes are {\"pool\": NAME} or {\"generated\": PREFIX}, was " + fields.object.text()));
    }

    /// The JSON of a plan, which [#read(String)] reads back as an equal one.
    public static Json.Object write(Plan plan) {
        var fields = new TreeMap<String, Json>();
        fields.put("name", new Json.Text(plan.name()));
        fields.put("objective", write(plan.objective()));
        fields.put("audience", new Json.Text(plan.audience()));
        fields.put("entering", flag(plan.isEntering()));
        fields.put("exclusions", write(plan.exclusions()));
        fields.put("holdout", number(plan.holdout()));
        fields.put("treatments", list(plan.treatments(), PlanDocument::write));
        fields.put("costPerContact", number(plan.costPerContact()));
        fields.put("margin", number(plan.margin()));
        fields.put("windowDays", number(plan.windowDays()));
        fields.put("keptDays", number(plan.keptDays()));
        plan.hopedRise().ifPresent(rise -> fields.put("hopedRise", number(rise)));
        plan.budget().ifPresent(most -> fields.put("budget", number(most)));
        plan.starts().ifPresent(start -> fields.put("starts", new Json.Text(start.toString())));
        plan.ends().ifPresent(end -> fields.put("ends", new Json.Text(end.toString())));
        fields.put("channel", new Json.Text(plan.channel()));
        return new Json.Object(fields);
    }

    private static Json write(Objective objective) {
        return switch (objective) {
            case Objective.Return(Basis basis, int _)
            when basis == Basis.CONTRACT -> object(Map.of("return", new Json.Text(basis.toString())));
            case Objective.Return(Basis basis, int days) ->
                object(Map.of("return", new Json.Text(basis.toString()), "inactiveAfterDays", number(days)));
            case Objective.Doing(Selection selection) -> object(Map.of("did", new Json.Text(selection.toString())));
        };
    }

    private static Json write(Exclusions exclusions) {
        var fields = new TreeMap<String, Json>();
        exclusions.consent().ifPresent(segment -> fields.put("consent", new Json.Text(segment)));
        exclusions
                .cap()
                .ifPresent(cap -> fields.put(
                        "cap", object(Map.of("contacts", number(cap.contacts()), "days", number(cap.days())))));
        fields.put("apart", flag(exclusions.isApart()));
        return new Json.Object(fields);
    }

    private static Json write(Treatment treatment) {
        return object(Map.of(
                "name", new Json.Text(treatment.name()),
                "share", number(treatment.share()),
                "offers", list(treatment.offers(), PlanDocument::write)));
    }

    private static Json write(Treatment.Rule rule) {
        var fields = new TreeMap<String, Json>();
        rule.segment().ifPresent(segment -> fields.put("who", new Json.Text(segment)));
        var offer = new TreeMap<String, Json>(Map.of(
                "name", new Json.Text(rule.offer().name()),
                "text", new Json.Text(rule.offer().text()),
                "cost", number(rule.offer().cost())));
        switch (rule.offer().codes()) {
            case Offer.Codes.None() -> {}
            case Offer.Codes.Pool(String name) -> offer.put("codes", object(Map.of("pool", new Json.Text(name))));
            case Offer.Codes.Generated(String prefix) ->
                offer.put("codes", object(Map.of("generated", new Json.Text(prefix))));
        }
        fields.put("offer", new Json.Object(offer));
        return new Json.Object(fields);
    }

    private static <T> Json list(List<T> things, Function<T, Json> each) {
        return new Json.Array(things.stream().map(each).toList());
    }

    private static Json object(Map<String, Json> fields) {
        return new Json.Object(new TreeMap<>(fields));
    }

    private static Json flag(boolean holds) {
        return holds ? Json.Literal.TRUE : Json.Literal.FALSE;
    }

    private static Json number(Number number) {
        return new Json.Number(number instanceof BigDecimal exact ? exact.toPlainString() : String.valueOf(number));
    }

    /// The fields of one object of a plan.
    private static final class Fields {
        private final Json.Object object;
        private final String where;

        Fields(Json json, String where) {
            if (!(json instanceof Json.Object found)) {
                throw new BadPlan(where, "Expected an object as " + where + ", was " + json.text());
            }
            object = found;
            this.where = where;
        }

        void requireOnly(List<String> known) {
            object.fields().keySet().stream()
                    .filter(key -> !known.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new BadPlan(
                                key,
                                "\"" + key + "\" is no field of " + where + "; those are " + String.join(", ", known));
                    });
        }

        BadPlan missing(String field) {
            return new BadPlan(field, "Give \"" + field + "\" of " + where);
        }

        private BadPlan wrong(String field, String expected, Json was) {
            return new BadPlan(field, "Expected " + expected + " as " + field + ", was " + was.text());
        }

        Optional<String> text(String field) {
            return object.field(field).map(json -> {
                if (json instanceof Json.Text(String value)) {
                    return value;
                }
                throw wrong(field, "text", json);
            });
        }

        Optional<BigDecimal> amount(String field) {
            return object.field(field).map(json -> {
                if (json instanceof Json.Number(String literal)) {
                    return new BigDecimal(literal);
                }
                throw wrong(field, "a number", json);
            });
        }

        Optional<Integer> whole(String field) {
            return amount(field).map(number -> {
                try {
                    return number.intValueExact();
                } catch (ArithmeticException e) {
                    throw new BadPlan(field, "Expected a whole number as " + field + ", was " + number);
                }
            });
        }

        boolean flag(String field) {
            return object.field(field)
                    .map(json -> {
                        if (json instanceof Json.Literal) {
                            return json == Json.Literal.TRUE;
                        }
                        throw wrong(field, "true or false", json);
                    })
                    .orElse(false);
        }

        Optional<Instant> instant(String field) {
            return text(field).map(text -> {
                try {
                    return Instant.parse(text);
                } catch (DateTimeException e) {
                    throw new BadPlan(
                            field, "Expected an instant such as 2026-03-01T08:00:00Z as " + field + ", was " + text);
                }
            });
        }

        Optional<Fields> object(String field) {
            return object.field(field).map(json -> new Fields(json, field));
        }

        List<Fields> list(String field) {
            Optional<Json> found = object.field(field);
            if (found.isEmpty()) {
                return List.of();
            }
            if (!(found.get() instanceof Json.Array(List<Json> values))) {
                throw wrong(field, "a list", found.get());
            }
            List<Fields> all = new ArrayList<>();
            values.forEach(each -> all.add(new Fields(each, "one of " + field)));
            return all;
        }
    }
}
