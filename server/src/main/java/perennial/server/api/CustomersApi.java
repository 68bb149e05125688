package perennial.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import perennial.core.customer.Owner;
import perennial.core.question.BadOption;
import perennial.server.access.Needs;
import perennial.server.live.LiveWorkspace;
import perennial.store.StoreFailure;
import perennial.store.access.Scope;
import perennial.store.customer.Profile;
import perennial.store.customer.Profiles;
import perennial.store.customer.TimelinePage;
import perennial.store.export.Export;
import perennial.store.imports.Format;

/// Everything about one customer: who they are, what they did, all of it to take along, and its erasure.
@RestController
final class CustomersApi {
    private static final int EVENTS = 100;
    private static final int MOST_EVENTS = 1000;
    private static final String KIND = "kind";

    private final LiveWorkspace live;

    CustomersApi(LiveWorkspace live) {
        this.live = live;
    }

    @GetMapping("/api/v1/customers/{id}")
    @Needs(Scope.PEOPLE)
    ResponseEntity<String> one(@PathVariable("id") String id, HttpServletRequest request) {
        Owner owner = owner(id, Parameters.of(request, KIND));
        return live.use(() -> AnswerFormat.answer(CustomerDocument.of(owner, known(owner), live.answers())));
    }

    @GetMapping("/api/v1/customers/{id}/timeline")
    @Needs(Scope.PEOPLE)
    ResponseEntity<String> timeline(@PathVariable("id") String id, HttpServletRequest request) {
        var parameters = Parameters.of(request, KIND, "limit", "before");
        Owner owner = owner(id, parameters);
        int limit = parameters.count("limit", EVENTS, MOST_EVENTS);
        TimelinePage.Cursor before =
                parameters.read("before", TimelinePage.Cursor::of).orElse(TimelinePage.Cursor.NEWEST);
        return live.use(() -> {
            known(owner);
            return AnswerFormat.answer(
                    CustomerDocument.of(new Profiles(live.workspace()).timeline(owner, before, limit)));
        });
    }

    @GetMapping("/api/v1/customers/{id}/export")
    @Needs(Scope.PEOPLE)
    ResponseEntity<byte[]> export(@PathVariable("id") String id, HttpServletRequest request) {
        Owner owner = owner(id, Parameters.of(request, KIND));
        return live.use(() -> {
            known(owner);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_NDJSON)
                    .cacheControl(CacheControl.noStore())
                    .body(exported(owner));
        });
    }

    private byte[] exported(Owner owner) {
        try {
            Path directory =
                    Files.createDirectories(live.workspace().directory().resolve("tmp"));
            Path file = Files.createTempFile(directory, "export", ".ndjson");
            try {
                Export.of(live.workspace(), List.of(owner), Format.NDJSON, file);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw StoreFailure.of("exporting somebody", e);
        }
    }

    /// What is meant must be typed again: there is no way back.
    @DeleteMapping("/api/v1/customers/{id}")
    @Needs(Scope.ADMIN)
    ResponseEntity<String> erase(@PathVariable("id") String id, HttpServletRequest request) {
        var parameters = Parameters.of(request, KIND, "confirm");
        Owner owner = owner(id, parameters);
        if (!parameters.text("confirm").orElse("").equals(id)) {
            throw new BadOption(
                    "confirm",
                    "erasing takes everything about " + owner.kind() + " \"" + id
                            + "\" away for good; repeat the id here if that is meant");
        }
        return AnswerFormat.answer(CustomerDocument.of(live.erase(owner)));
    }

    private static Owner owner(String id, Parameters parameters) {
        Owner.Kind kind = parameters
                .read(KIND, text -> switch (text) {
                    case "user" -> Owner.Kind.USER;
                    case "visitor" -> Owner.Kind.VISITOR;
                    case "customer" -> Owner.Kind.ACCOUNT;
                    default ->
                        throw new IllegalArgumentException(
                                "\"" + text + "\" is no kind; choose user, visitor or customer (an account)");
                })
                .orElse(Owner.Kind.USER);
        return new Owner(kind, id);
    }

    private Profile known(Owner owner) {
        Profile profile = new Profiles(live.workspace()).of(owner);
        if (!profile.isKnown()) {
            throw new NotThere("Nothing is known of " + owner.kind() + " \"" + owner.id()
                    + "\"; kind says what the id is of: user, visitor or customer");
        }
        return profile;
    }
}
