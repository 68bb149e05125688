package perennial.server.ingest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Fields written as in addresses and forms: `name=value&name=value`. A plus stays a plus: clients send base64 in them
/// without encoding it.
record Form(Map<String, String> fields) {
    static final Form NONE = new Form(Map.of());

    static Form of(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            fields.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return new Form(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// The same without one of them.
    Form without(String name) {
        var others = new LinkedHashMap<>(fields);
        others.remove(name);
        return new Form(others);
    }

    /// A field; empty if it is not there.
    String first(String name) {
        return fields.getOrDefault(name, "");
    }
}
