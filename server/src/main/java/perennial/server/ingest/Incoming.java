package perennial.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalLong;
import perennial.server.access.Authorization;

/// A request with its body unpacked.
record Incoming(HttpServletRequest request, Body body, long receivedMs) {
    Incoming with(Body other) {
        return new Incoming(request, other, receivedMs);
    }

    /// The user of Basic authorization, or the token of Bearer; empty without either.
    String authorization() {
        return Authorization.of(request);
    }

    /// When the client says in `_`, to get past caches, that it sent the request; none without it.
    OptionalLong sentMs() {
        String text = parameter("_");
        return text.matches("[0-9]{13}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /// A parameter of the address, or of the form; empty if it is not there.
    String parameter(String name) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return Wire.first(Form.of(query).first(name), body.form().first(name));
    }
}
