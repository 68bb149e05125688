package perennial.server.ingest;

import java.util.List;
import java.util.OptionalLong;
import perennial.store.json.Json;

/// What a request says.
///
/// @param key that the client presents; empty if it presents none
/// @param calls in the shape of the tool
/// @param sentMs when its clock says it was sent
record Message(String key, List<Json> calls, OptionalLong sentMs) {
    Message {
        calls = List.copyOf(calls);
    }
}
