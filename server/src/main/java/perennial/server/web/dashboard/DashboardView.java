package perennial.server.web.dashboard;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.store.dashboard.Widget;

/// A dashboard, ready to be shown.
///
/// @param address of its page; none for who has a link alone
/// @param mayChange whether who looks may arrange, share and delete it
/// @param changes with what it is changed, while it is
public record DashboardView(
        Page page,
        String name,
        Optional<String> address,
        List<WidgetView> widgets,
        boolean mayChange,
        Optional<Changes> changes) {
    /// With what a dashboard is changed.
    ///
    /// @param made the address that was made just now: it is not known again
    /// @param fault why something was not done
    public record Changes(List<Link> links, Optional<String> made, Optional<String> fault) {
        public List<Widget.Width> widths() {
            return List.of(Widget.Width.values());
        }
    }

    /// A secret link.
    public record Link(String id, String since, String until) {}
}
