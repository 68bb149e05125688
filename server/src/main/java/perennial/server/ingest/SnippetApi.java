package perennial.server.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The script for pages that have no client of their own.
@RestController
final class SnippetApi {
    private static final CacheControl HOURLY =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final String script;

    SnippetApi() {
        try (var in = SnippetApi.class.getResourceAsStream("perennial.js")) {
            script = new String(Objects.requireNonNull(in, "perennial.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/perennial.js")
    ResponseEntity<String> script() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .cacheControl(HOURLY)
                .body(script);
    }
}
