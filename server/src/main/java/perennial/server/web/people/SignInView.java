package perennial.server.web.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import perennial.server.web.Page;

/// Where one signs in.
///
/// @param name as typed before
/// @param then where to go on
/// @param hasUsers whether anybody can
/// @param fault why it did not work
/// @param openId the server elsewhere by which one can sign in, too
public record SignInView(
        Page page, String name, String then, boolean hasUsers, Optional<String> fault, Optional<String> openId) {
    /// [#then] as part of an address.
    public String thenInAddress() {
        return URLEncoder.encode(then, StandardCharsets.UTF_8);
    }
}
