package perennial.server.web.dashboard;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.server.web.report.ReportView.Link;
import perennial.server.web.report.Sentence;
import perennial.store.dashboard.Widget;

/// The form that puts a report on a dashboard.
///
/// @param report what is pinned
/// @param dashboards to choose from, each with its id as address
/// @param canMove whether the report names a range, which may move with time instead; `moves` if that is likely meant
/// @param fault why it was not pinned
public record PinView(
        Page page,
        Link report,
        Sentence finding,
        List<Link> dashboards,
        boolean canMove,
        boolean moves,
        Optional<String> fault) {
    public List<Widget.Width> widths() {
        return List.of(Widget.Width.values());
    }
}
