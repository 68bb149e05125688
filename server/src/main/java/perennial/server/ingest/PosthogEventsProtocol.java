package perennial.server.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import perennial.store.imports.Tool;
import perennial.store.json.Json;

/// PostHog's newer clients, which are told for each event by its `uuid` what became of it.
final class PosthogEventsProtocol implements Protocol {
    @Override
    public Tool tool() {
        return Tool.POSTHOG;
    }

    @Override
    public Limits limits() {
        return Limits.POSTHOG;
    }

    @Override
    public Message read(Incoming incoming) throws Fault {
        Json.Object body = incoming.body().object();
        return new Message(
                List.of(incoming.authorization(), Wire.text(body, "api_key")),
                Wire.list(body, "batch").stream()
                        .map(each -> new Message.Call(each, "", isCorrected(each)))
                        .toList(),
                Wire.time(body, "created_at"));
    }

    private static boolean isCorrected(Json event) {
        Json.Object options = Wire.object(Wire.object(event), "options");
        return !options.field("disable_skew_correction").equals(Optional.of(Json.Literal.TRUE));
    }

    @Override
    public ResponseEntity<String> taken(Incoming incoming, Message message, List<Fate> fates) {
        var results = new TreeMap<String, Json>();
        for (int i = 0; i < fates.size(); i++) {
            if (message.calls().get(i).content() instanceof Json.Object call) {
                results.put(Wire.text(call, "uuid"), result(fates.get(i)));
            }
        }
        return Wire.json(200, Map.of("results", new Json.Object(results)));
    }

    private static Json result(Fate fate) {
        return switch (fate) {
            case Fate.Refused(String field, String reason, String sentence) -> result("drop", reason + ": " + sentence);
            case Fate.Taken(var outcome) ->
                switch (outcome) {
                    case STORED, DUPLICATE -> result("ok", "");
                    case CONFLICTING -> result("warning", Wire.CONFLICTING);
                    case ERASED -> result("drop", Wire.ERASED);
                };
        };
    }

    private static Json result(String result, String details) {
        var fields = new TreeMap<String, Json>(Map.of("result", new Json.Text(result)));
        if (!details.isEmpty()) {
            fields.put("details", new Json.Text(details));
        }
        return new Json.Object(fields);
    }

    @Override
    public ResponseEntity<String> turnedAway(Incoming incoming, Fault fault) {
        return PosthogProtocol.error(fault);
    }
}
