package perennial.server.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.AnswerFormat;
import perennial.server.api.NotThere;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.Redirect;
import perennial.server.web.Section;
import perennial.store.StoreFailure;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.answer.Sheet;
import perennial.store.imports.EventImport;
import perennial.store.imports.PastImport;
import perennial.store.imports.Reject;

/// Lists what was imported, hands out the rows that were refused, and takes imports back.
@Controller
final class ImportPages {
    static final String HERE = "/data/imports";

    private static final int REJECTS_SHOWN = 20;

    private final Pages pages;
    private final LiveWorkspace live;
    private final Uploads uploads;

    ImportPages(Pages pages, LiveWorkspace live, Uploads uploads) {
        this.pages = pages;
        this.live = live;
        this.uploads = uploads;
    }

    @Allowed(Role.ADMIN)
    @GetMapping(HERE)
    ResponseEntity<String> all(HttpServletRequest request) {
        return all(HttpStatus.OK, request, Optional.empty());
    }

    /// Takes a file; it is imported when it is said how to read it.
    @Allowed(Role.ADMIN)
    @PostMapping(HERE)
    ResponseEntity<String> receive(HttpServletRequest request) throws IOException {
        try {
            if (request.getContentLengthLong() > uploads.mostBytes()) {
                throw Uploads.tooLarge(uploads.mostBytes());
            }
            return Redirect.to(ReceivedForm.file(request, uploads::receive).address());
        } catch (BadUpload fault) {
            return all(HttpStatus.BAD_REQUEST, request, Optional.ofNullable(fault.getMessage()));
        }
    }

    private ResponseEntity<String> all(HttpStatus status, HttpServletRequest request, Optional<String> fault) {
        List<PastImport> imports = PastImport.all(live.workspace());
        var zone = live.workspace().settings().zone();
        return pages.html(
                status,
                "imports/all",
                new ImportList(
                        pages.page(request, Section.IMPORTS),
                        Figures.whole(imports.stream()
                                .filter(each -> each.undone().isEmpty())
                                .mapToLong(PastImport::stored)
                                .sum()),
                        imports.stream()
                                .map(each -> ImportList.Line.of(each, zone))
                                .toList(),
                        uploads.all().stream()
                                .filter(each -> !each.isDone())
                                .map(each -> new ImportList.Waiting(
                                        each.name(), each.address(), Sizes.text(each.bytes()), each.state()))
                                .toList(),
                        uploads.largest(),
                        fault));
    }

    @Allowed(Role.ADMIN)
    @GetMapping(HERE + "/{run}")
    ResponseEntity<String> one(HttpServletRequest request, @PathVariable String run) {
        return one(HttpStatus.OK, request, past(run), Optional.empty());
    }

    private ResponseEntity<String> one(
            HttpStatus status, HttpServletRequest request, PastImport past, Optional<String> fault) {
        return pages.html(
                status,
                "imports/one",
                new ImportView(
                        pages.page(request, "Import " + past.run(), Place.DATA),
                        ImportList.Line.of(past, live.workspace().settings().zone()),
                        EventImport.rejects(live.workspace(), past.run()).stream()
                                .limit(REJECTS_SHOWN)
                                .toList(),
                        confirmation(past.run()),
                        fault));
    }

    private static String confirmation(int run) {
        return "import " + run;
    }

    private PastImport past(String run) {
        return PastImport.all(live.workspace()).stream()
                .filter(each -> String.valueOf(each.run()).equals(run))
                .findFirst()
                .orElseThrow(
                        () -> new NotThere("There is no import \"" + run + "\"; Data, Imports lists all there were"));
    }

    /// The rows that were refused, as the command line lists them.
    @Allowed(Role.ADMIN)
    @GetMapping(HERE + "/{run}/refused.csv")
    ResponseEntity<String> refused(@PathVariable String run) {
        PastImport past = past(run);
        return AnswerFormat.CSV.answer(Sheet.of(
                        "rejects",
                        live.workspace().settings().zone(),
                        EventImport.rejects(live.workspace(), past.run()))
                .whole("run", _ -> (long) past.run())
                .text("file", reject -> ImportList.Line.last(reject.file()))
                .whole("line", Reject::line)
                .text("field", Reject::field)
                .text("value", Reject::value)
                .text("reason", Reject::reason)
                .text("message", Reject::message));
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/{run}/undo")
    ResponseEntity<String> undo(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String run,
            @RequestParam(defaultValue = "") String confirm) {
        PastImport past = past(run);
        if (!confirm.strip().equals(confirmation(past.run()))) {
            return one(
                    HttpStatus.BAD_REQUEST,
                    request,
                    past,
                    Optional.of("Nothing was taken back: what was typed is not \"" + confirmation(past.run()) + "\"."));
        }
        try {
            EventImport.undo(live.workspace(), past.run());
        } catch (StoreFailure fault) {
            return one(HttpStatus.BAD_REQUEST, request, past(run), Optional.ofNullable(fault.getMessage()));
        }
        live.people().audit().add(signedIn.actor(request), Deed.UNDID_IMPORT, confirmation(past.run()));
        live.catchUp();
        return Redirect.to(HERE + "/" + run);
    }
}
