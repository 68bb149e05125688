package perennial.server.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.server.access.Needs;
import perennial.store.access.Scope;

/// What the API is: for programs as OpenAPI, for people as a page.
@RestController
final class DocsApi {
    @GetMapping("/api/docs/openapi.json")
    @Needs(Scope.READ)
    ResponseEntity<String> openApi() {
        return AnswerFormat.answer(OpenApi.document());
    }

    @GetMapping("/api/docs")
    @Needs(Scope.READ)
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body(DocsPage.html());
    }
}
