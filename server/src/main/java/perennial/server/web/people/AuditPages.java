package perennial.server.web.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Allowed;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Moment;
import perennial.server.web.Pages;
import perennial.server.web.Section;
import perennial.store.access.AuditEntry;
import perennial.store.access.AuditLog;
import perennial.store.access.Role;

/// Shows administrators who did what.
@Controller
final class AuditPages {
    private static final int ROWS = 100;

    private final Pages pages;
    private final LiveWorkspace live;

    AuditPages(Pages pages, LiveWorkspace live) {
        this.pages = pages;
        this.live = live;
    }

    @Allowed(Role.ADMIN)
    @GetMapping("/settings/audit")
    ResponseEntity<String> log(
            HttpServletRequest request, @RequestParam(defaultValue = "" + AuditLog.END) long before) {
        List<AuditEntry> entries = live.people().audit().before(before, ROWS);
        var moment = new Moment(live.workspace().settings().zone());
        var rows = entries.stream()
                .map(entry -> new AuditView.Row(
                        moment.text(entry.at()),
                        entry.by().who(),
                        entry.did().words(),
                        entry.to(),
                        entry.by().from()))
                .toList();
        Optional<Long> older = Optional.of(entries)
                .filter(page -> page.size() == ROWS)
                .map(page -> page.getLast().place());
        return pages.html("people/audit", new AuditView(pages.page(request, Section.AUDIT), rows, older));
    }
}
