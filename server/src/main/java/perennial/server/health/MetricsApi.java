package perennial.server.health;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.server.access.Needs;
import perennial.store.access.Scope;

/// The figures of the server, for Prometheus.
@RestController
final class MetricsApi {
    private final Metrics metrics;

    MetricsApi(Metrics metrics) {
        this.metrics = metrics;
    }

    @GetMapping("/metrics")
    @Needs(Scope.READ)
    ResponseEntity<String> all() {
        return ResponseEntity.ok()
                .header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .body(metrics.text());
    }
}
