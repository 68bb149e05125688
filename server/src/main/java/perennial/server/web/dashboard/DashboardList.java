package perennial.server.web.dashboard;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;

/// All dashboards.
///
/// @param mayChange whether who looks may make some
/// @param fault why none was made
public record DashboardList(Page page, List<Line> lines, boolean mayChange, Optional<String> fault) {
    /// @param links how many secret links open it
    public record Line(String name, String address, int reports, int links) {}
}
