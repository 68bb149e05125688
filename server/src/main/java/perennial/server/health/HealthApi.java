package perennial.server.health;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.server.live.LiveWorkspace;

/// Whether the server lives, and whether it is ready: for whoever starts and watches it, without a key.
@RestController
final class HealthApi {
    private final LiveWorkspace live;

    HealthApi(LiveWorkspace live) {
        this.live = live;
    }

    @GetMapping("/health/live")
    ResponseEntity<String> isLive() {
        return answer(200, "{\"status\":\"live\"}");
    }

    /// Not ready while events cannot be stored.
    @GetMapping("/health/ready")
    ResponseEntity<String> isReady() {
        return live.intake().trouble().isEmpty()
                ? answer(200, "{\"status\":\"ready\"}")
                : answer(
                        503,
                        "{\"status\":\"not ready\",\"detail\":\"Events cannot be stored at the moment; is the disk full?\"}");
    }

    private static ResponseEntity<String> answer(int status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
