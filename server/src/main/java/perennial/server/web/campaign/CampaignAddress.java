package perennial.server.web.campaign;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where the pages of campaigns are.
final class CampaignAddress {
    static final String ALL = "/campaigns";
    static final String NEW = ALL + "/new";
    static final String DRAFT = ALL + "/draft";
    static final String ONE = ALL + "/{name}";
    static final String EDIT = ONE + "/edit";
    static final String PEOPLE = ONE + "/people";
    static final String NEWS = ONE + "/news";

    private CampaignAddress() {}

    /// The page of the campaign of a name.
    static String of(String name) {
        // The page of the form has the address that a campaign called so would have.
        return NEW.equals(under(name, "")) ? ALL + "?name=" + encoded(name) : under(name, "");
    }

    static String under(String name, String what) {
        return ALL + "/" + encoded(name) + what;
    }

    static String people(String name, Whom whom) {
        return under(name, "/people") + whom.query(Map.of());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
