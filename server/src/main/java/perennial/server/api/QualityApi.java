package perennial.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.server.access.Needs;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Scope;
import perennial.store.answer.Sheet;
import perennial.store.ingest.Quality;
import perennial.store.ingest.QualityLog;

/// How what was received fared, by source and day, and the newest calls that were refused.
@RestController
final class QualityApi {
    private static final int CALLS = 100;
    private static final int MOST_CALLS = 10_000;

    private final LiveWorkspace live;

    QualityApi(LiveWorkspace live) {
        this.live = live;
    }

    @GetMapping("/api/v1/quality")
    @Needs(Scope.READ)
    ResponseEntity<String> days(HttpServletRequest request) {
        var parameters = Parameters.of(request, "from", "until", "format");
        DayRange range = DayRange.of(parameters, live.clock());
        return live.use(() -> {
            Sheet<QualityLog.Day> sheet = Sheet.of(
                            "days", ZoneOffset.UTC, new QualityLog(live.workspace()).days(range.from(), range.until()))
                    .text("day", day -> day.day().toString())
                    .text("source", QualityLog.Day::source);
            for (Quality kind : Quality.values()) {
                sheet = sheet.whole(kind.code(), day -> day.count(kind));
            }
            return parameters.format().answer(sheet.whole("unlinked", QualityLog.Day::unlinked));
        });
    }

    @GetMapping("/api/v1/quality/refused")
    @Needs(Scope.PEOPLE)
    ResponseEntity<String> refused(HttpServletRequest request) {
        var parameters = Parameters.of(request, "limit", "format");
        int limit = parameters.count("limit", CALLS, MOST_CALLS);
        return live.use(() -> parameters
                .format()
                .answer(Sheet.of("calls", ZoneOffset.UTC, new QualityLog(live.workspace()).refused(limit))
                        .text("source", QualityLog.Kept::source)
                        .time("received", kept -> Optional.of(kept.received()))
                        .text("field", kept -> kept.call().field())
                        .text("value", kept -> kept.call().value())
                        .text("reason", kept -> kept.call().reason())
                        .text("message", kept -> kept.call().message())
                        .text("call", kept -> kept.call().call())));
    }
}
