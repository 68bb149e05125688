package perennial.server.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.NotThere;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Page;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.Redirect;
import perennial.server.web.imports.Upload.Failed;
import perennial.server.web.imports.Upload.Stage;
import perennial.store.StoreFailure;
import perennial.store.access.Role;
import perennial.store.imports.BadPlan;
import perennial.store.imports.EventImport;
import perennial.store.imports.Glance;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Preview;

/// Shows how a file would be read while that is chosen, and how far its import has come.
@Controller
final class UploadPages {
    static final String HERE = "/data/imports/uploads";

    private final Pages pages;
    private final LiveWorkspace live;
    private final Uploads uploads;

    UploadPages(Pages pages, LiveWorkspace live, Uploads uploads) {
        this.pages = pages;
        this.live = live;
        this.uploads = uploads;
    }

    @Allowed(Role.ADMIN)
    @GetMapping(HERE + "/{id}")
    ResponseEntity<String> one(HttpServletRequest request, @PathVariable String id) {
        Upload upload = upload(id);
        return switch (upload.stage()) {
            case Stage.Waiting(Optional<Failed> tried) ->
                chosen(
                        HttpStatus.OK,
                        request,
                        upload,
                        tried.map(Failed::choices).orElseGet(() -> Choices.guessed(upload.glance())),
                        tried.map(Failed::sentence));
            case Stage.Running running ->
                pages.html("imports/running", RunningView.of(page(request, upload), upload, running));
            case Stage.Done done ->
                goOn(request, ImportPages.HERE + "/" + done.summary().run());
        };
    }

    /// A script asks for a part of the page: it is told to leave it.
    private static ResponseEntity<String> goOn(HttpServletRequest request, String path) {
        return request.getHeader("HX-Request") == null
                ? Redirect.to(path)
                : ResponseEntity.noContent().header("HX-Redirect", path).build();
    }

    /// Shows what would come of other choices; nothing changes.
    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/{id}/preview")
    ResponseEntity<String> preview(HttpServletRequest request, @PathVariable String id) {
        Upload upload = upload(id);
        return chosen(HttpStatus.OK, request, upload, Choices.of(request, upload.glance()), Optional.empty());
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/{id}")
    ResponseEntity<String> start(HttpServletRequest request, SignedIn signedIn, @PathVariable String id) {
        Upload upload = upload(id);
        Choices choices = Choices.of(request, upload.glance());
        try {
            ImportPlan plan = choices.plan(upload);
            EventImport.check(live.workspace().settings(), plan);
            uploads.start(upload, plan, choices, signedIn.actor(request));
            return Redirect.to(upload.address());
        } catch (BadPlan fault) {
            return chosen(HttpStatus.BAD_REQUEST, request, upload, choices, Optional.empty());
        }
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/{id}/discard")
    ResponseEntity<String> discard(@PathVariable String id) throws IOException {
        uploads.discard(upload(id));
        return Redirect.to(ImportPages.HERE);
    }

    private Upload upload(String id) {
        return uploads.find(id)
                .orElseThrow(() -> new NotThere("This file is not here any more: it was discarded, or the server was"
                        + " started anew. An import that was cut off has stored nothing; upload the file again"));
    }

    private Page page(HttpServletRequest request, Upload upload) {
        return pages.page(request, upload.name(), Place.DATA);
    }

    /// @param failed why the import that was tried stored nothing
    private ResponseEntity<String> chosen(
            HttpStatus status, HttpServletRequest request, Upload upload, Choices choices, Optional<String> failed) {
        Optional<String> fault = Optional.empty();
        Optional<Preview> preview = Optional.empty();
        try {
            preview = Optional.of(EventImport.glance(live.workspace().settings(), choices.plan(upload), Glance.ROWS));
        } catch (BadPlan | StoreFailure missing) {
            fault = Optional.of(upload.told(missing));
        }
        return pages.html(
                status,
                "imports/mapping",
                new MappingView(
                        page(request, upload),
                        upload.address(),
                        Sizes.text(upload.bytes()),
                        upload.glance(),
                        choices,
                        preview.map(read ->
                                PreviewRows.of(read, live.workspace().settings().zone())),
                        fault,
                        failed));
    }
}
