package perennial.server.web.people;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.store.access.User;

/// What somebody can do about its own account.
///
/// @param fault why it did not work
/// @param done what did
public record AccountView(
        Page page, User user, List<SessionRow> sessions, Optional<String> fault, Optional<String> done) {
    /// A browser that is signed in.
    ///
    /// @param isThis whether it is the one that looks
    public record SessionRow(String from, String since, String seen, boolean isThis) {}
}
