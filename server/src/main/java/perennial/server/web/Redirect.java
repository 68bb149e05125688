package perennial.server.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import perennial.server.access.LocalAddress;

/// Sends a browser on to another page, for it to ask anew.
public final class Redirect {
    private Redirect() {}

    /// To an address of this server.
    public static ResponseEntity<String> to(LocalAddress address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address.path())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /// To a path of this server, with its query.
    public static ResponseEntity<String> to(String path) {
        return to(new LocalAddress(path));
    }
}
