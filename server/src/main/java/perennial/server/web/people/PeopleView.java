package perennial.server.web.people;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.store.access.Role;
import perennial.store.access.User;

/// Everybody who may sign in.
///
/// @param fault why something did not work
/// @param invitation a link that was made, shown this once
public record PeopleView(Page page, List<Row> rows, Optional<String> fault, Optional<Invitation> invitation) {
    /// A user.
    ///
    /// @param isSelf whether it is the one who looks
    public record Row(User user, String since, boolean isSelf) {}

    /// Whom a link is for, and the whole address.
    public record Invitation(String name, String address) {}

    /// How many can sign in.
    public long enabled() {
        return rows.stream().filter(row -> row.user().isEnabled()).count();
    }

    /// How many of them may do everything.
    public long administrators() {
        return rows.stream()
                .map(Row::user)
                .filter(user -> user.isEnabled() && user.role() == Role.ADMIN)
                .count();
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }
}
