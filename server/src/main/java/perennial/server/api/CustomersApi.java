package perennial.server.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import perennial.core.customer.Owner;
import perennial.server.access.Needs;
import perennial.server.live.LiveWorkspace;
import perennial.store.access.Scope;
import perennial.store.customer.TimelinePage;

/// Everything about one customer: who they are, what they did, all of it to take along, and its erasure.
@RestController
final class CustomersApi {
    private static final int EVENTS = 100;
    private static final int MOST_EVENTS = 1000;
    private static final String KIND = "kind";

    private final LiveWorkspace live;
    private final Customers customers;

    CustomersApi(LiveWorkspace live, Customers customers) {
        this.live = live;
        this.customers = customers;
    }

    @GetMapping("/api/v1/customers/{id}")
    @Needs(Scope.PEOPLE)
    ResponseEntity<String> one(@PathVariable("id") String id, HttpServletRequest request) {
        Owner owner = owner(id, Parameters.of(request, KIND));
        return live.use(
                () -> AnswerFormat.answer(CustomerDocument.of(owner, customers.profile(owner), live.answers())));
    }

    @GetMapping("/api/v1/customers/{id}/timeline")
    @Needs(Scope.PEOPLE)
    ResponseEntity<String> timeline(@PathVariable("id") String id, HttpServletRequest request) {
        var parameters = Parameters.of(request, KIND, "event", "limit", "before");
        Owner owner = owner(id, parameters);
        int limit = parameters.count("limit", EVENTS, MOST_EVENTS);
        TimelinePage.Cursor before =
                parameters.read("before", TimelinePage.Cursor::of).orElse(TimelinePage.Cursor.NEWEST);
        return live.use(() -> AnswerFormat.answer(
                CustomerDocument.of(customers.timeline(owner, parameters.text("event"), before, limit))));
    }

    @GetMapping("/api/v1/customers/{id}/export")
    @Needs(Scope.PEOPLE)
    ResponseEntity<byte[]> export(@PathVariable("id") String id, HttpServletRequest request) {
        Owner owner = owner(id, Parameters.of(request, KIND));
        return live.use(() -> ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .cacheControl(CacheControl.noStore())
                .body(customers.export(owner)));
    }

    /// What is meant must be typed again: there is no way back.
    @DeleteMapping("/api/v1/customers/{id}")
    @Needs(Scope.ADMIN)
    ResponseEntity<String> erase(@PathVariable("id") String id, HttpServletRequest request) {
        var parameters = Parameters.of(request, KIND, "confirm");
        Owner owner = owner(id, parameters);
        return AnswerFormat.answer(CustomerDocument.of(
                customers.erase(owner, parameters.text("confirm").orElse(""))));
    }

    private static Owner owner(String id, Parameters parameters) {
        return new Owner(parameters.read(KIND, Customers::kind).orElse(Owner.Kind.USER), id);
    }
}
