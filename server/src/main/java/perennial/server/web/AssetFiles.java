package perennial.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import perennial.server.access.Open;
import perennial.server.api.NotThere;

/// Hands out the [Assets]; they never change under their address, so that browsers ask for each once.
@Controller
final class AssetFiles {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetFiles(Assets assets) {
        this.assets = assets;
    }

    @Open
    @GetMapping("/assets/{file}")
    ResponseEntity<byte[]> file(HttpServletRequest request) {
        Asset asset = assets.at(request.getRequestURI())
                .orElseThrow(() -> new NotThere("There is no file " + request.getRequestURI()
                        + "; it belonged to another version, load the page again"));
        var head = ResponseEntity.ok()
                .cacheControl(FOR_GOOD)
                .header(HttpHeaders.CONTENT_TYPE, asset.type().header())
                .header("X-Content-Type-Options", "nosniff");
        if (!asset.type().isPacked()) {
            return head.body(asset.bytes());
        }
        head.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String taken = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("");
        return taken.contains("gzip")
                ? head.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.packed())
                : head.body(asset.bytes());
    }
}
