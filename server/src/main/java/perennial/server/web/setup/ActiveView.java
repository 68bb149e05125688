package perennial.server.web.setup;

import java.util.List;
import perennial.server.web.Page;

/// Which events count as activity of the customer.
///
/// @param isSuggestion whether nobody has decided yet
/// @param rest how many names are not listed, of which few events came
public record ActiveView(Page page, List<Row> rows, boolean isSuggestion, long rest) {
    /// The events of a name.
    ///
    /// @param why they seem to happen to the customer; empty if they do not
    public record Row(String name, String events, String people, boolean isActive, String why) {}

    public long active() {
        return rows.stream().filter(Row::isActive).count();
    }
}
