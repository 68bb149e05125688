package perennial.server.web.annotation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.core.question.BadOption;
import perennial.server.access.Allowed;
import perennial.server.access.LocalAddress;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Redirect;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.annotation.Annotation;

/// Takes the forms below charts over time, and goes back to the report.
@Controller
final class AnnotationPages {
    private static final String ALL = "/annotations";

    private final LiveWorkspace live;

    AnnotationPages(LiveWorkspace live) {
        this.live = live;
    }

    /// @param then the address of the report
    @Allowed(Role.ANALYST)
    @PostMapping(ALL)
    ResponseEntity<String> add(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "/") String then) {
        Annotation added;
        try {
            added = live.annotations().add(LocalDate.parse(day), Annotation.Kind.of(kind), text);
        } catch (DateTimeParseException fault) {
            throw new BadOption("day", "\"" + day + "\" is no date; write one such as 2026-03-01");
        } catch (IllegalArgumentException fault) {
            throw new BadOption("note", String.valueOf(fault.getMessage()));
        }
        live.people().audit().add(signedIn.actor(request), Deed.ADDED_ANNOTATION, named(added));
        return Redirect.to(LocalAddress.of(then));
    }

    @Allowed(Role.ANALYST)
    @PostMapping(ALL + "/{id}/remove")
    ResponseEntity<String> remove(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String id,
            @RequestParam(defaultValue = "/") String then) {
        live.annotations()
                .remove(id)
                .ifPresent(removed ->
                        live.people().audit().add(signedIn.actor(request), Deed.REMOVED_ANNOTATION, named(removed)));
        return Redirect.to(LocalAddress.of(then));
    }

    /// Without its text, which may name anything.
    private static String named(Annotation annotation) {
        return annotation.kind() + " of " + annotation.day();
    }
}
