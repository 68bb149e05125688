package perennial.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.core.segment.Segment;
import perennial.core.segment.SegmentFault;
import perennial.core.segment.SegmentLibrary;
import perennial.server.access.Needs;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Scope;
import perennial.store.json.Json;
import perennial.store.segment.SegmentDocument;
import perennial.store.segment.StoredSegments;

/// The segments: which there are, what they say, how large they are; to save one.
@RestController
final class SegmentsApi {
    private final LiveWorkspace live;

    SegmentsApi(LiveWorkspace live) {
        this.live = live;
    }

    @GetMapping("/api/v1/segments")
    @Needs(Scope.READ)
    ResponseEntity<String> all(HttpServletRequest request) {
        AnswerFormat format = Parameters.of(request, "format").format();
        return live.use(() -> format.answer(live.answers().segments()));
    }

    @GetMapping("/api/v1/segments/{name}")
    @Needs(Scope.READ)
    ResponseEntity<String> one(@PathVariable("name") String name, HttpServletRequest request) {
        Parameters.none(request);
        return live.use(() -> AnswerFormat.JSON.answer(SegmentDocument.write(found(name)) + "\n"));
    }

    @GetMapping("/api/v1/segments/{name}/versions")
    @Needs(Scope.READ)
    ResponseEntity<String> versions(@PathVariable("name") String name, HttpServletRequest request) {
        AnswerFormat format = Parameters.of(request, "format").format();
        return live.use(() -> {
            found(name);
            return format.answer(live.answers().segmentVersions(name));
        });
    }

    private Segment found(String name) {
        try {
            return new SegmentLibrary(new StoredSegments(live.workspace())).withNames(name);
        } catch (SegmentFault none) {
            throw new NotThere(String.valueOf(none.getMessage()));
        }
    }

    @PutMapping("/api/v1/segments/{name}")
    @Needs(Scope.ADMIN)
    ResponseEntity<String> save(@PathVariable("name") String name, HttpServletRequest request) {
        Parameters.none(request);
        Segment segment = SegmentDocument.parse(BodyText.of(request, "the segment, as an expression or as JSON"));
        int version = live.use(() -> live.answers().saveSegment(name, segment));
        return AnswerFormat.answer(new Json.Object(new TreeMap<>(Map.of(
                "name",
                new Json.Text(name),
                "version",
                new Json.Number(String.valueOf(version)),
                "segment",
                new Json.Text(segment.toString())))));
    }

    @GetMapping("/api/v1/segment-size")
    @Needs(Scope.READ)
    ResponseEntity<String> size(HttpServletRequest request) {
        var parameters = Parameters.of(request, "segment", "as-of", "format");
        String segment = parameters.required("segment", "the name of a segment, or an expression");
        return live.use(
                () -> parameters.format().answer(live.answers().segmentSize(segment, parameters.text("as-of"))));
    }
}
