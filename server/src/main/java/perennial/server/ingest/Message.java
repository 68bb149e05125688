package perennial.server.ingest;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import perennial.store.json.Json;

/// What a request says.
///
/// @param keys that the client may have meant as its write key, the likeliest first; empty texts are none
/// @param sentMs when its clock says it was sent
record Message(List<String> keys, List<Call> calls, OptionalLong sentMs) {
    /// One call in the shape of the tool.
    ///
    /// @param key its own; empty if it names none
    /// @param isCorrected whether a wrong clock of the sender changes its time
    record Call(Json content, String key, boolean isCorrected) {
        Call(Json content, String key) {
            this(content, key, true);
        }
    }

    Message {
        keys = keys.stream().filter(key -> !key.isEmpty()).toList();
        calls = List.copyOf(calls);
    }

    /// A message whose calls name no keys.
    static Message of(List<String> keys, List<Json> calls, OptionalLong sentMs) {
        return of(keys, calls, _ -> "", sentMs);
    }

    static Message of(List<String> keys, List<Json> calls, Function<Json, String> key, OptionalLong sentMs) {
        return new Message(
                keys,
                calls.stream().map(each -> new Call(each, key.apply(each))).toList(),
                sentMs);
    }
}
