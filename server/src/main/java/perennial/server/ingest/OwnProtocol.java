package perennial.server.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import perennial.store.imports.Tool;
import perennial.store.json.Json;

/// Perennial's own: a list of calls in the shape of Segment, or one a line; the answer says for each what became of it.
///
/// The key comes as Bearer or Basic authorization, or in the address for those who cannot send headers.
final class OwnProtocol implements Protocol {
    @Override
    public Tool tool() {
        return Tool.SEGMENT;
    }

    @Override
    public Limits limits() {
        return Limits.OWN;
    }

    @Override
    public Optional<List<String>> keysOutside(Incoming incoming) {
        return Optional.of(keys(incoming));
    }

    private static List<String> keys(Incoming incoming) {
        return List.of(incoming.authorization(), incoming.parameter("key"));
    }

    @Override
    public Message read(Incoming incoming) {
        String sent = incoming.parameter("sentAt");
        return Message.of(
                keys(incoming), incoming.body().items(), sent.isEmpty() ? OptionalLong.empty() : Wire.time(sent));
    }

    @Override
    public ResponseEntity<String> taken(Incoming incoming, Message message, List<Fate> fates) {
        List<Json> results = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            var result = new TreeMap<String, Json>(Map.of("index", Wire.number(i)));
            String id = Wire.text(Wire.object(message.calls().get(i).content()), "messageId");
            if (!id.isEmpty()) {
                result.put("messageId", new Json.Text(id));
            }
            describe(fates.get(i), result);
            results.add(new Json.Object(result));
        }
        return Wire.json(200, Map.of("results", new Json.Array(results)));
    }

    private static void describe(Fate fate, Map<String, Json> result) {
        switch (fate) {
            case Fate.Refused(String field, String reason, String sentence) ->
                describe(result, "refused", reason, sentence);
            case Fate.Taken(var outcome) -> {
                switch (outcome) {
                    case STORED -> result.put("result", new Json.Text("ok"));
                    case DUPLICATE -> result.put("result", new Json.Text("duplicate"));
                    case CONFLICTING -> describe(result, "conflicting", "conflicting_duplicate", Wire.CONFLICTING);
                    case ERASED -> describe(result, "refused", "erased", Wire.ERASED);
                }
            }
        }
    }

    private static void describe(Map<String, Json> to, String result, String reason, String sentence) {
        to.put("result", new Json.Text(result));
        to.put("reason", new Json.Text(reason));
        to.put("sentence", new Json.Text(sentence));
    }

    @Override
    public ResponseEntity<String> turnedAway(Incoming incoming, Fault fault) {
        return Wire.json(
                Wire.status(fault),
                Map.of("reason", new Json.Text(fault.code()), "sentence", new Json.Text(fault.sentence())));
    }
}
