package perennial.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The addresses of the protocols.
@RestController
final class IngestApi {
    private static final SegmentProtocol SEGMENT_BATCH = new SegmentProtocol("");

    private final Reception reception;

    IngestApi(Reception reception) {
        this.reception = reception;
    }

    @PostMapping({"/v1/batch", "/v1/import"})
    ResponseEntity<String> segmentBatch(HttpServletRequest request) {
        return reception.receive(SEGMENT_BATCH, request);
    }

    @PostMapping("/v1/{type:identify|track|page|screen|group|alias}")
    ResponseEntity<String> segmentCall(@PathVariable("type") String type, HttpServletRequest request) {
        return reception.receive(new SegmentProtocol(type), request);
    }
}
