package perennial.server.web.customer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import perennial.core.customer.Owner;
import perennial.server.api.Customers;
import perennial.store.customer.TimelinePage;

/// Where the page of somebody is, whatever signs the id has.
public record CustomerAddress(Owner owner) {
    private static final String HOME = "/customers";

    /// Where whoever has an id is found, whatever it is an id of.
    public static String search(String id) {
        return HOME + "?id=" + encoded(id);
    }

    /// Browsers take such an id for a step in the path, however it is written.
    boolean isOutOfReach() {
        return owner.id().equals(".") || owner.id().equals("..");
    }

    public String path() {
        return isOutOfReach() ? search(owner.id()) : under("");
    }

    /// The same from a place in the timeline on.
    ///
    /// @param event the name that the events bear; empty for all
    String timeline(Optional<String> event, Optional<TimelinePage.Cursor> before) {
        return path()
                + event.map(name -> "&event=" + encoded(name)).orElse("")
                + before.map(place -> "&before=" + place).orElse("")
                + "#timeline";
    }

    String export() {
        return under("/export");
    }

    String erasure() {
        return under("/erase");
    }

    private String under(String what) {
        return HOME + "/" + encoded(owner.id()) + what + "?kind=" + Customers.word(owner.kind());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
