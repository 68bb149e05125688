package perennial.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.server.access.Needs;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Scope;
import perennial.store.query.QueryAnswer;
import perennial.store.query.QueryFormat;
import perennial.store.query.QueryLimits;

/// SQL for analysts, on a copy that is read only.
@RestController
final class SqlApi {
    private final LiveWorkspace live;

    SqlApi(LiveWorkspace live) {
        this.live = live;
    }

    @PostMapping("/api/v1/sql")
    @Needs(Scope.SQL)
    ResponseEntity<String> run(HttpServletRequest request) {
        var parameters = Parameters.of(request, "rows", "format");
        int rows = parameters.count("rows", QueryLimits.STANDARD.rows(), QueryLimits.MOST_ROWS);
        AnswerFormat format = parameters.format();
        String sql = BodyText.of(request, "a query, such as SELECT count(*) FROM events");
        return live.use(() -> {
            QueryAnswer answer = live.queries()
                    .run(
                            sql,
                            switch (format) {
                                case JSON -> QueryFormat.JSON;
                                case CSV -> QueryFormat.CSV;
                            },
                            QueryLimits.STANDARD.withRows(rows));
            return format.head()
                    .header("Perennial-Copied-At", answer.copied().toString())
                    .header(
                            "Age",
                            String.valueOf(Duration.between(
                                            answer.copied(), live.clock().instant())
                                    .toSeconds()))
                    .header("Perennial-Cut", String.valueOf(answer.isCut()))
                    .body(answer.text());
        });
    }
}
