package perennial.server.web.dashboard;

import java.util.Optional;
import perennial.server.web.report.ReportView.Card;
import perennial.server.web.report.Sentence;
import perennial.server.web.report.TableView;
import perennial.store.dashboard.Widget;

/// A report on a dashboard, ready to be shown.
///
/// @param poll the address that answers when it says something else; it names what is shown
public record WidgetView(String id, Widget.Width width, Content content, String poll) {
    /// What a report says.
    ///
    /// @param about of whom and when it says it, so that two of one question are told apart; may be empty
    /// @param report the address of its page, for those who may open it
    /// @param finding what it says in one sentence, or why it says nothing
    /// @param card its first picture; without one the table is shown
    public record Content(
            String title,
            String about,
            Optional<String> report,
            Sentence finding,
            Optional<Card> card,
            Optional<TableView> table) {}
}
