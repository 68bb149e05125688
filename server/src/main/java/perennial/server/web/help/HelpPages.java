package perennial.server.web.help;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import perennial.core.catalogue.Catalogue;
import perennial.server.access.Allowed;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.store.access.Role;

/// Says what the words mean and which questions there are.
@Controller
final class HelpPages {
    private final Pages pages;

    HelpPages(Pages pages) {
        this.pages = pages;
    }

    @Allowed(Role.VIEWER)
    @GetMapping("/help")
    ResponseEntity<String> help(HttpServletRequest request) {
        return pages.html(
                "help/help", new HelpView(pages.page(request, "Help", Place.HELP), Glossary.parts(), Catalogue.all()));
    }
}
