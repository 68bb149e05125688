package perennial.store.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeMap;
import perennial.core.answer.Share;
import perennial.core.campaign.ArmResult;
import perennial.core.campaign.Comparison;
import perennial.core.campaign.Effect;
import perennial.core.campaign.EffectDay;
import perennial.core.campaign.EffectWords;
import perennial.core.experiment.Estimate;
import perennial.core.workspace.Settings;
import perennial.store.json.Json;

/// An effect as JSON: shares are 0..1, amounts in the workspace's currency, no customer is named.
///
/// `{"campaign", "finding", "sentence", "asOf", "currency", "split": {"p", "finding"}, "firstMature", "lastMature",
/// "arms": […], "comparisons": […], "days": {ARM: […]}}`; an end of an interval that the data do not bound is null.
public final class EffectDocument {
    private EffectDocument() {}

    public static Json.Object write(Effect effect, Settings settings) {
        String currency = settings.currency().getCurrencyCode();
        var fields = new TreeMap<String, Json>();
        fields.put("campaign", new Json.Text(effect.plan().name()));
        fields.put("finding", word(effect.finding()));
        fields.put("sentence", new Json.Text(new EffectWords(effect, settings.zone(), currency).sentence()));
        fields.put("asOf", time(effect.asOf()));
        fields.put("currency", new Json.Text(currency));
        fields.put("zone", new Json.Text(settings.zone().getId()));
        var split = new TreeMap<String, Json>();
        split.put("p", number(effect.split().p()));
        split.put("finding", word(effect.split().finding()));
        fields.put("split", new Json.Object(split));
        fields.put("firstMature", time(effect.firstMature()));
        fields.put("lastMature", time(effect.lastMature()));
        fields.put("arms", list(effect.arms().stream().map(EffectDocument::arm).toList()));
        fields.put(
                "comparisons",
                list(effect.comparisons().stream()
                        .map(EffectDocument::comparison)
                        .toList()));
        var days = new TreeMap<String, Json>();
        effect.comparisons()
                .forEach(each -> days.put(
                        each.arm(),
                        list(effect.days(each.arm()).stream()
                                .map(EffectDocument::day)
                                .toList())));
        fields.put("days", new Json.Object(days));
        return new Json.Object(fields);
    }

    private static Json arm(ArmResult arm) {
        var fields = new TreeMap<String, Json>();
        fields.put("arm", new Json.Text(arm.arm()));
        fields.put("drawn", number(arm.drawn()));
        fields.put("mature", number(arm.returned().of()));
        fields.put("returned", share(arm.returned()));
        fields.put("kept", share(arm.kept()));
        fields.put("sent", number(arm.sent()));
        fields.put("revenue", number(arm.revenue()));
        fields.put("incentives", number(arm.incentives()));
        fields.put("contactCost", number(arm.contactCost()));
        return new Json.Object(fields);
    }

    private static Json comparison(Comparison comparison) {
        var fields = new TreeMap<String, Json>();
        fields.put("arm", new Json.Text(comparison.arm()));
        fields.put("difference", estimate(comparison.anyTime()));
        fields.put("differenceOneLook", estimate(comparison.difference()));
        fields.put("lift", estimate(comparison.lift()));
        fields.put("p", number(comparison.p()));
        fields.put("kept", comparison.kept().map(EffectDocument::estimate).orElse(Json.Literal.NULL));
        fields.put("returns", estimate(comparison.returns()));
        fields.put("revenue", estimate(comparison.revenue()));
        fields.put("margin", estimate(comparison.margin()));
        fields.put("net", estimate(comparison.net()));
        fields.put("roi", comparison.roi().map(EffectDocument::estimate).orElse(Json.Literal.NULL));
        return new Json.Object(fields);
    }

    private static Json day(EffectDay day) {
        var fields = new TreeMap<String, Json>();
        fields.put("day", number(day.day()));
        fields.put("treated", share(day.treated()));
        fields.put("holdout", share(day.holdout()));
        fields.put("difference", estimate(day.difference()));
        return new Json.Object(fields);
    }

    private static Json share(Share share) {
        var fields = new TreeMap<String, Json>();
        fields.put("hits", number(share.hits()));
        fields.put("of", number(share.of()));
        if (share.isDefined()) {
            fields.put("value", number(share.value()));
            fields.put("low", number(share.low()));
            fields.put("high", number(share.high()));
        }
        return new Json.Object(fields);
    }

    private static Json estimate(Estimate estimate) {
        var fields = new TreeMap<String, Json>();
        fields.put("value", number(estimate.value()));
        fields.put("low", number(estimate.low()));
        fields.put("high", number(estimate.high()));
        return new Json.Object(fields);
    }

    private static Json word(Enum<?> word) {
        return new Json.Text(word.name().toLowerCase(Locale.ROOT));
    }

    private static Json number(double number) {
        return Double.isFinite(number) ? new Json.Number(String.valueOf(number)) : Json.Literal.NULL;
    }

    private static Json number(long number) {
        return new Json.Number(String.valueOf(number));
    }

    private static Json number(BigDecimal number) {
        return new Json.Number(number.toPlainString());
    }

    private static Json time(long millis) {
        return new Json.Text(Instant.ofEpochMilli(millis).toString());
    }

    private static Json time(OptionalLong millis) {
        return millis.isPresent() ? time(millis.getAsLong()) : Json.Literal.NULL;
    }

    private static Json list(List<Json> values) {
        return new Json.Array(values);
    }
}
