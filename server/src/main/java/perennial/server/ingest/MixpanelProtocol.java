package perennial.server.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import perennial.server.ingest.Fault.Kind;
import perennial.store.imports.Tool;
import perennial.store.json.Json;

/// Mixpanel's clients: events and changes of profiles, mostly in a form, each with the key as its token.
///
/// They take `1` as success; asked to be verbose, an object. Imports that come as JSON are answered with a count, and
/// where they ask to be strict, with the records that were refused.
///
/// @param isImport whether it is the address for imports
record MixpanelProtocol(boolean isImport) implements Protocol {
    @Override
    public Tool tool() {
        return Tool.MIXPANEL;
    }

    @Override
    public Limits limits() {
        return Limits.MIXPANEL;
    }

    @Override
    public Message read(Incoming incoming) {
        return Message.of(
                List.of(incoming.authorization(), incoming.parameter("api_key"), incoming.parameter("token")),
                incoming.body().items(),
                MixpanelProtocol::token,
                incoming.sentMs());
    }

    private static String token(Json call) {
        Json.Object fields = Wire.object(call);
        return Wire.first(Wire.text(Wire.object(fields, "properties"), "token"), Wire.text(fields, "$token"));
    }

    @Override
    public ResponseEntity<String> taken(Incoming incoming, Message message, List<Fate> fates) {
        return isImport && !incoming.body().isForm()
                ? imported(incoming, message, fates)
                : answer(200, incoming, Json.Literal.NULL);
    }

    private static ResponseEntity<String> imported(Incoming incoming, Message message, List<Fate> fates) {
        List<Json> failed = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            if (fates.get(i) instanceof Fate.Refused(String field, String reason, String sentence)) {
                Json.Object properties =
                        Wire.object(Wire.object(message.calls().get(i).content()), "properties");
                failed.add(new Json.Object(new TreeMap<>(Map.of(
                        "index", Wire.number(i),
                        "insert_id", new Json.Text(Wire.text(properties, "$insert_id")),
                        "field", new Json.Text(field),
                        "message", new Json.Text(sentence)))));
            }
        }
        Json count = Wire.number(fates.size() - failed.size());
        if (failed.isEmpty() || !incoming.parameter("strict").equals("1")) {
            return Wire.json(
                    200,
                    Map.of("code", Wire.number(200), "num_records_imported", count, "status", new Json.Text("OK")));
        }
        return Wire.json(
                400,
                Map.of(
                        "code",
                        Wire.number(400),
                        "num_records_imported",
                        count,
                        "status",
                        new Json.Text("Bad Request"),
                        "error",
                        new Json.Text("some data points in the request failed validation"),
                        "failed_records",
                        new Json.Array(failed)));
    }

    @Override
    public ResponseEntity<String> turnedAway(Incoming incoming, Fault fault) {
        int status = Wire.status(fault);
        return isImport && !incoming.body().isForm() && fault.kind() != Kind.UNREADABLE
                ? Wire.json(
                        status,
                        Map.of(
                                "code",
                                Wire.number(status),
                                "error",
                                new Json.Text(fault.sentence()),
                                "status",
                                new Json.Text("Error")))
                : answer(status, incoming, new Json.Text(fault.sentence()));
    }

    private static ResponseEntity<String> answer(int status, Incoming incoming, Json error) {
        String success = status == 200 ? "1" : "0";
        return incoming.parameter("verbose").equals("1")
                ? Wire.json(status, Map.of("status", new Json.Number(success), "error", error))
                : Wire.answer(status, MediaType.TEXT_PLAIN, success);
    }
}
