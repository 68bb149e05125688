package perennial.server.web.dashboard;

import perennial.server.signin.Links;
import perennial.store.access.Role;
import perennial.store.access.Secret;
import perennial.store.dashboard.Dashboard;
import perennial.store.dashboard.Widget;

/// Who looks at a dashboard.
sealed interface Reader {
    /// Somebody who is signed in.
    record User(Role role) implements Reader {}

    /// Whoever has a secret link: for such a reader there are no people and no other pages.
    record Guest(Secret link) implements Reader {}

    default boolean isAnalyst() {
        return switch (this) {
            case User(Role role) -> role.includes(Role.ANALYST);
            case Guest _ -> false;
        };
    }

    /// The address that answers when a widget says something else than what was seen of it.
    default String poll(Dashboard dashboard, Widget widget, String seen) {
        return switch (this) {
            case User _ -> Address.of(dashboard) + "/widgets/" + widget.id() + "?seen=" + seen;
            case Guest(Secret link) ->
                Links.shared(link).replaceFirst("\\?", "/widgets/" + widget.id() + "?") + "&seen=" + seen;
        };
    }
}
