package perennial.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/// A request with its body unpacked.
record Incoming(HttpServletRequest request, Body body, long receivedMs) {
    Incoming with(Body other) {
        return new Incoming(request, other, receivedMs);
    }

    /// The user of Basic authorization, or the token of Bearer; empty without either.
    String authorization() {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return header.substring(7).strip();
        }
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                String pair = new String(
                        Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                return colon < 0 ? pair : pair.substring(0, colon);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
        return "";
    }

    /// When the client says in `_`, to get past caches, that it sent the request; none without it.
    OptionalLong sentMs() {
        String text = parameter("_");
        return text.matches("[0-9]{13}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /// A parameter of the address; empty if it is not there.
    String parameter(String name) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return Form.of(query).first(name);
    }
}
