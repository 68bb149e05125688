package perennial.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// The addresses of the protocols. Pages of any site may send here: what lets in is the key, no cookie.
@RestController
@CrossOrigin(
        originPatterns = "*",
        allowCredentials = "true", // some clients send with cookies, which then must be allowed though none is read
        methods = {RequestMethod.GET, RequestMethod.POST},
        maxAge = 86_400)
final class IngestApi {
    private static final Protocol SEGMENT_BATCH = new SegmentProtocol("");

    /// As Segment's client for browsers writes the types of calls in addresses.
    private static final Map<String, String> SEGMENT_TYPES =
            Map.of("i", "identify", "t", "track", "p", "page", "s", "screen", "g", "group", "a", "alias");

    private static final Protocol POSTHOG = new PosthogProtocol();
    private static final Protocol POSTHOG_EVENTS = new PosthogEventsProtocol();
    private static final Protocol MIXPANEL = new MixpanelProtocol(false);
    private static final Protocol MIXPANEL_IMPORT = new MixpanelProtocol(true);
    private static final Protocol AMPLITUDE = new AmplitudeProtocol();
    private static final Protocol OWN = new OwnProtocol();

    private final Reception reception;

    IngestApi(Reception reception) {
        this.reception = reception;
    }

    @PostMapping({"/v1/batch", "/v1/batch/", "/v1/b", "/v1/import"})
    ResponseEntity<String> segmentBatch(HttpServletRequest request) {
        return reception.receive(SEGMENT_BATCH, request);
    }

    @PostMapping("/v1/{type:identify|track|page|screen|group|alias|[itpsga]}")
    ResponseEntity<String> segmentCall(@PathVariable("type") String type, HttpServletRequest request) {
        return reception.receive(new SegmentProtocol(SEGMENT_TYPES.getOrDefault(type, type)), request);
    }

    /// PostHog's clients send here, Amplitude's too.
    @PostMapping({"/batch", "/batch/"})
    ResponseEntity<String> batch(HttpServletRequest request) {
        return reception.receive(POSTHOG, body -> AmplitudeProtocol.isMeant(body) ? AMPLITUDE : POSTHOG, request);
    }

    @RequestMapping(
            path = {"/capture", "/capture/", "/e", "/e/", "/i/v0/e", "/i/v0/e/"},
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> posthog(HttpServletRequest request) {
        return reception.receive(POSTHOG, request);
    }

    @PostMapping({"/i/v1/analytics/events", "/i/v1/analytics/events/"})
    ResponseEntity<String> posthogEvents(HttpServletRequest request) {
        return reception.receive(POSTHOG_EVENTS, request);
    }

    @RequestMapping(
            path = {"/track", "/track/", "/engage", "/engage/", "/groups", "/groups/"},
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> mixpanel(HttpServletRequest request) {
        return reception.receive(MIXPANEL, request);
    }

    @RequestMapping(
            path = {"/import", "/import/"},
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> mixpanelImport(HttpServletRequest request) {
        return reception.receive(MIXPANEL_IMPORT, request);
    }

    @PostMapping({"/2/httpapi", "/2/httpapi/"})
    ResponseEntity<String> amplitude(HttpServletRequest request) {
        return reception.receive(AMPLITUDE, request);
    }

    @PostMapping("/api/v1/events")
    ResponseEntity<String> own(HttpServletRequest request) {
        return reception.receive(OWN, request);
    }
}
