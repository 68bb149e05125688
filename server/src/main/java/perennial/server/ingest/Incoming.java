package perennial.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import perennial.server.access.Authorization;

/// A request with its body unpacked.
record Incoming(HttpServletRequest request, Body body) {
    /// The user of Basic authorization, or the token of Bearer; empty without either.
    String authorization() {
        return Authorization.of(request);
    }

    /// A parameter of the address; empty if it is not there.
    String parameter(String name) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return Form.of(query).first(name);
    }
}
