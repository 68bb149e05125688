package perennial.server.web.report;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import perennial.core.catalogue.Catalogue;
import perennial.server.web.Pages;
import perennial.server.web.Place;

/// The reports: all of them in a list, and each on a page of its own.
@Controller
final class Reports {
    private final Pages pages;

    Reports(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/reports")
    ResponseEntity<String> all(HttpServletRequest request) {
        return pages.html(
                "report/all", new ReportList(pages.page(request, "All reports", Place.REPORTS), Catalogue.all()));
    }
}
