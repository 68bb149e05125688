package perennial.server.ingest;

import java.util.List;
import java.util.OptionalLong;
import perennial.store.json.Json;

/// What a request says.
///
/// @param keys that the client may have meant as its write key, the likeliest first; empty texts are none
/// @param calls in the shape of the tool
/// @param sentMs when its clock says it was sent
record Message(List<String> keys, List<Json> calls, OptionalLong sentMs) {
    Message {
        keys = keys.stream().filter(key -> !key.isEmpty()).toList();
        calls = List.copyOf(calls);
    }
}
