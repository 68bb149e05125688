package perennial.server.web.customer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.core.customer.Owner;
import perennial.core.question.BadOption;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.Customers;
import perennial.server.api.Parameters;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Pages;
import perennial.server.web.Place;
import perennial.server.web.Redirect;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.customer.TimelinePage.Cursor;
import perennial.store.erasure.Erased;

/// Finds customers and shows one: who it is, what it did, all of it to take along, and its erasure.
@Controller
final class CustomerPages {
    private static final int EVENTS = 100;
    private static final String KIND = "kind";
    private static final String TITLE = "Customers";

    /// The audit log names nobody: who is erased leaves no trace in it.
    private static final String NOBODY_NAMED = "";

    private final Pages pages;
    private final LiveWorkspace live;
    private final Customers customers;

    CustomerPages(Pages pages, LiveWorkspace live, Customers customers) {
        this.pages = pages;
        this.live = live;
        this.customers = customers;
    }

    /// Finds by an id as a whole (`id`), or by that or the beginning of a trait's value (`find`). A hit alone is shown.
    @Allowed(Role.ANALYST)
    @GetMapping("/customers")
    ResponseEntity<String> find(HttpServletRequest request) {
        var parameters = Parameters.of(request, "id", "find");
        Optional<String> wanted = parameters.text("find").map(String::strip);
        String text = wanted.or(() -> parameters.text("id")).orElse("").strip();
        if (text.isEmpty()) {
            return found(request, HttpStatus.OK, text, Optional.empty(), Hits.NONE, Optional.empty());
        }
        Hits hits = live.use(() -> {
            Hits known = Hits.of(customers.withId(text));
            return known.all().isEmpty() && wanted.isPresent()
                    ? Hits.of(customers.withTrait(text, Hits.SHOWN + 1), live.answers())
                    : known;
        });
        if (hits.all().isEmpty()) {
            String fault = wanted.isPresent()
                    ? "Nobody has the id “" + text
                            + "”, or a trait that begins so. Ids are found as a whole, with capitals as"
                            + " they were sent."
                    : "Nobody has the id “" + text + "”. Ids are found as a whole, with capitals as they were sent.";
            return found(request, HttpStatus.NOT_FOUND, text, Optional.of(fault), Hits.NONE, Optional.empty());
        }
        var address = new CustomerAddress(hits.all().getFirst().owner());
        if (address.isOutOfReach()) {
            String fault =
                    "Somebody has the id “" + address.owner().id() + "”, which no browser can open as an address."
                            + " Export or erase them with: perennial export, perennial erase.";
            return found(request, HttpStatus.OK, text, Optional.of(fault), Hits.NONE, Optional.empty());
        }
        return hits.all().size() == 1
                ? Redirect.to(address.path())
                : found(request, HttpStatus.OK, text, Optional.empty(), hits, Optional.empty());
    }

    private ResponseEntity<String> found(
            HttpServletRequest request,
            HttpStatus status,
            String text,
            Optional<String> fault,
            Hits hits,
            Optional<String> erased) {
        var page = pages.page(request, TITLE, Place.CUSTOMERS);
        return pages.html(status, "customer/find", new FindView(page, text, fault, hits, erased));
    }

    @Allowed(Role.ANALYST)
    @GetMapping("/customers/{id}")
    ResponseEntity<String> one(@PathVariable("id") String id, HttpServletRequest request, SignedIn signedIn) {
        var parameters = Parameters.of(request, KIND, "event", "before");
        return shown(HttpStatus.OK, owner(id, parameters), parameters, request, signedIn, Optional.empty());
    }

    private ResponseEntity<String> shown(
            HttpStatus status,
            Owner owner,
            Parameters parameters,
            HttpServletRequest request,
            SignedIn signedIn,
            Optional<String> fault) {
        Optional<String> event = parameters.text("event").filter(name -> !name.isBlank());
        Optional<Cursor> before = parameters.read("before", Cursor::of);
        var showing = new Showing(owner, live.workspace().settings().zone(), event, before);
        boolean mayErase = signedIn.user().role().includes(Role.ADMIN);
        return live.use(() -> pages.html(
                status,
                "customer/customer",
                showing.view(
                        pages.page(request, TITLE, Place.CUSTOMERS),
                        customers.known(owner, event, before.orElse(Cursor.NEWEST), EVENTS),
                        live.answers().history(Customers.unit(owner)),
                        mayErase,
                        fault)));
    }

    /// Sent by a form: it leaves a trace in the audit log, so no link of another site may do it.
    @Allowed(Role.ANALYST)
    @PostMapping("/customers/{id}/export")
    ResponseEntity<byte[]> export(@PathVariable("id") String id, HttpServletRequest request, SignedIn signedIn) {
        Owner owner = owner(id, Parameters.of(request, KIND));
        byte[] all = live.use(() -> customers.export(owner));
        live.people().audit().add(signedIn.actor(request), Deed.EXPORTED_CUSTOMER, NOBODY_NAMED);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customer.ndjson\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(all);
    }

    @Allowed(Role.ADMIN)
    @PostMapping("/customers/{id}/erase")
    ResponseEntity<String> erase(
            @PathVariable("id") String id,
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String confirm) {
        var parameters = Parameters.of(request, KIND);
        Owner owner = owner(id, parameters);
        live.use(() -> customers.profile(owner));
        Erased erased;
        try {
            erased = customers.erase(owner, confirm);
        } catch (BadOption differs) {
            String fault = "Nothing was deleted: what was typed is not the id. Type " + id + " to delete it for good.";
            return shown(HttpStatus.BAD_REQUEST, owner, parameters, request, signedIn, Optional.of(fault));
        }
        live.people().audit().add(signedIn.actor(request), Deed.ERASED_CUSTOMER, NOBODY_NAMED);
        return found(request, HttpStatus.OK, "", Optional.empty(), Hits.NONE, Optional.of(told(erased)));
    }

    private static String told(Erased erased) {
        long left = erased.proof().found().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return "Deleted for good: " + many(erased.found().ids().size(), "id") + ", "
                + many(erased.found().events(), "event") + ", "
                + many(erased.found().traits(), "trait value") + ". "
                + many(erased.proof().files(), "file") + " searched afterwards: "
                + (left == 0 ? "nothing is left." : many(left, "place") + " with one of the ids.");
    }

    private static String many(long count, String noun) {
        return Figures.whole(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static Owner owner(String id, Parameters parameters) {
        return new Owner(parameters.read(KIND, Customers::kind).orElse(Owner.Kind.USER), id);
    }
}
