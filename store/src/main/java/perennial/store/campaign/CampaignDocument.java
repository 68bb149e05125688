package perennial.store.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import perennial.core.campaign.Balance;
import perennial.core.campaign.Reply;
import perennial.core.campaign.Verdict;
import perennial.store.json.Json;

/// A campaign as JSON: its plan, how far it is, where everybody of its audience is.
public final class CampaignDocument {
    private CampaignDocument() {}

    /// @param replies what came back of messages
    /// @param verdict before the launch
    public static Json.Object write(
            Campaign campaign, Balance balance, List<ArmReplies> replies, Optional<Verdict> verdict) {
        var fields = new TreeMap<String, Json>();
        fields.put("name", new Json.Text(campaign.name()));
        fields.put("version", number(campaign.version()));
        fields.put("stage", new Json.Text(campaign.stage().toString()));
        campaign.launched().ifPresent(at -> fields.put("launched", new Json.Text(at.toString())));
        fields.put("plan", PlanDocument.write(campaign.plan()));
        fields.put("balance", write(balance));
        fields.put("replies", write(replies));
        verdict.ifPresent(found -> fields.put("verdict", write(found)));
        return new Json.Object(fields);
    }

    private static Json write(List<ArmReplies> replies) {
        var arms = new TreeMap<String, Json>();
        for (ArmReplies each : replies) {
            var counts = new TreeMap<String, Json>();
            for (Reply reply : Reply.values()) {
                counts.put(reply.toString(), number(each.of(reply)));
            }
            arms.put(each.arm(), new Json.Object(counts));
        }
        return new Json.Object(arms);
    }

    private static Json write(Balance balance) {
        var fields = new TreeMap<String, Json>();
        fields.put("audience", number(balance.audience()));
        fields.put("holdout", number(balance.holdout()));
        fields.put("excluded", number(balance.excluded()));
        fields.put("sent", number(balance.sent()));
        fields.put("failed", number(balance.failed()));
        fields.put("skipped", number(balance.skipped()));
        fields.put("uncertain", number(balance.uncertain()));
        fields.put("pending", number(balance.pending()));
        fields.put("law", new Json.Text(balance.toString()));
        fields.put("holds", balance.holds() ? Json.Literal.TRUE : Json.Literal.FALSE);
        return new Json.Object(fields);
    }

    public static Json.Object write(Verdict verdict) {
        var fields = new TreeMap<String, Json>();
        fields.put("finding", new Json.Text(verdict.finding().name().toLowerCase(Locale.ROOT)));
        fields.put("words", new Json.Text(verdict.words()));
        fields.put("advice", Json.texts(verdict.advice()));
        fields.put("audience", number(verdict.audience()));
        fields.put("fit", number(verdict.fit()));
        fields.put("expected", number(verdict.expected()));
        fields.put("backByThemselves", number(verdict.base().hits()));
        fields.put("backByThemselvesOf", number(verdict.base().of()));
        put(fields, "smallestRise", verdict.smallestRise());
        put(fields, "neededForHope", verdict.neededForHope());
        put(fields, "neededHoldout", verdict.neededHoldout());
        fields.put("days", number(verdict.days()));
        fields.put("contacts", number(verdict.contacts()));
        fields.put("contactCost", new Json.Number(verdict.contactCost().toPlainString()));
        fields.put("liability", new Json.Number(verdict.liability().toPlainString()));
        return new Json.Object(fields);
    }

    private static void put(TreeMap<String, Json> fields, String name, OptionalDouble value) {
        if (value.isPresent()) {
            fields.put(name, new Json.Number(String.valueOf(value.getAsDouble())));
        }
    }

    private static Json number(long number) {
        return new Json.Number(Long.toString(number));
    }
}
