package perennial.server.web.people;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// A page that forgot to say whom it answers.
@Controller
final class UnmarkedPage {
    @GetMapping("/unmarked")
    ResponseEntity<String> page() {
        return ResponseEntity.ok("seen");
    }
}
