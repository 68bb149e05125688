package perennial.server.ingest;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import perennial.store.json.Json;

/// What PostHog's clients ask before they send: which features are on. None is, except sending events.
@RestController
@CrossOrigin(
        originPatterns = "*",
        allowCredentials = "true",
        methods = {RequestMethod.GET, RequestMethod.POST},
        maxAge = 86_400)
final class PosthogConfigApi {
    private static final Json FLAGS = Json.parse("""
            {"flags":{},"featureFlags":{},"featureFlagPayloads":{},"errorsWhileComputingFlags":false,
             "supportedCompression":["gzip","gzip-js"],"sessionRecording":false,"siteApps":[],"surveys":false}
            """);
    private static final Json CONFIG = Json.parse("""
            {"supportedCompression":["gzip","gzip-js"],"hasFeatureFlags":false,"sessionRecording":false,"siteApps":[],
             "surveys":false,"heatmaps":false,"captureDeadClicks":false,"capturePerformance":false,
             "autocaptureExceptions":false,"defaultIdentifiedOnly":true,"analytics":{"endpoint":"/i/v0/e/"}}
            """);

    @RequestMapping(
            path = {"/flags", "/flags/", "/decide", "/decide/"},
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> flags() {
        return Wire.answer(200, MediaType.APPLICATION_JSON, FLAGS.text());
    }

    @GetMapping("/array/{token}/config")
    ResponseEntity<String> config(@PathVariable("token") String token) {
        return Wire.answer(200, MediaType.APPLICATION_JSON, CONFIG.text());
    }

    /// The same as a script.
    @GetMapping("/array/{token:[A-Za-z0-9_-]+}/config.js")
    ResponseEntity<String> script(@PathVariable("token") String token) {
        String of = new Json.Object(new java.util.TreeMap<>(
                        Map.of(token, Json.parse("{\"config\":" + CONFIG.text() + ",\"siteApps\":[]}"))))
                .text();
        return Wire.answer(
                200,
                MediaType.parseMediaType("text/javascript"),
                "window._POSTHOG_REMOTE_CONFIG=Object.assign(window._POSTHOG_REMOTE_CONFIG||{}," + of + ");");
    }
}
