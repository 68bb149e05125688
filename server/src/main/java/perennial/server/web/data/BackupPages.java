package perennial.server.web.data;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Moment;
import perennial.server.web.Pages;
import perennial.server.web.Redirect;
import perennial.server.web.Section;
import perennial.store.StoreFailure;
import perennial.store.access.AuditEntry;
import perennial.store.access.AuditLog;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.backup.Backup;
import perennial.store.backup.Backups;

/// Lets administrators make backups: to the place that whoever runs the server named, or to take along.
@Controller
final class BackupPages {
    private static final String HERE = "/data/backup";

    private final Pages pages;
    private final LiveWorkspace live;
    private final Optional<Backups> backups;

    BackupPages(Pages pages, LiveWorkspace live, ObjectProvider<Backups> backups) {
        this.pages = pages;
        this.live = live;
        this.backups = Optional.ofNullable(backups.getIfAvailable());
    }

    @Allowed(Role.ADMIN)
    @GetMapping(HERE)
    ResponseEntity<String> all(HttpServletRequest request) {
        return shown(HttpStatus.OK, request, Optional.empty());
    }

    private ResponseEntity<String> shown(HttpStatus status, HttpServletRequest request, Optional<String> fault) {
        var moment = new Moment(live.workspace().settings().zone());
        AuditLog audit = live.people().audit();
        Optional<AuditEntry> last = Stream.of(audit.last(Deed.MADE_BACKUP), audit.last(Deed.TOOK_BACKUP))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(AuditEntry::at));
        return pages.html(
                status,
                "data/backup",
                new BackupView(
                        pages.page(request, Section.BACKUP),
                        last.map(entry -> moment.text(entry.at())),
                        last.map(entry -> entry.by().who() + " " + entry.did().words() + " " + entry.to())
                                .orElse(""),
                        backups.map(each -> each.directory().toString()),
                        backups.map(Backups::all).orElse(List.of()).stream()
                                .map(each -> new BackupView.Row(
                                        each.name(), moment.text(each.made()), Figures.megabytes(each.bytes())))
                                .toList(),
                        fault));
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE)
    ResponseEntity<String> make(HttpServletRequest request, SignedIn signedIn) {
        if (backups.isEmpty()) {
            return shown(
                    HttpStatus.BAD_REQUEST,
                    request,
                    Optional.of("This server has no place for backups; start it with --backups and a directory."));
        }
        try {
            String name = live.use(() -> backups.get().make(live.workspace()));
            live.people().audit().add(signedIn.actor(request), Deed.MADE_BACKUP, name);
            return Redirect.to(HERE);
        } catch (StoreFailure fault) {
            return shown(HttpStatus.SERVICE_UNAVAILABLE, request, Optional.ofNullable(fault.getMessage()));
        }
    }

    /// Sent by a form: it leaves a trace in the audit log, so no link of another site may do it.
    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/download")
    ResponseEntity<Resource> download(HttpServletRequest request, SignedIn signedIn) {
        Backup.Copy copy = live.use(() -> Backup.copy(live.workspace()));
        String name = Backups.name(live.workspace()) + ".duckdb";
        live.people().audit().add(signedIn.actor(request), Deed.TOOK_BACKUP, name);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(copy.size())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(copy.bytes()));
    }
}
