package perennial.server.web.report;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;

/// A report, ready to be shown.
///
/// @param finding what it says in one sentence, or why it says nothing
/// @param basis what that rests on: how many, the interval, as of when
/// @param answer what was found; none where the question could not be asked
/// @param also the reports that are asked next
public record ReportView(
        Page page,
        Sentence finding,
        List<String> basis,
        QuestionBar bar,
        boolean isMoreOpen,
        Optional<AnswerView> answer,
        List<Link> also) {
    /// Another report.
    public record Link(String text, String address) {}

    /// What was found.
    ///
    /// @param notes what may surprise in it
    /// @param rules by which it was counted
    /// @param explained the events it rests on, if they were asked for
    /// @param explain the address that asks for them
    /// @param pin where it is put on a dashboard, for those who may
    public record AnswerView(
            List<Card> cards,
            TableView table,
            List<String> notes,
            List<String> rules,
            Optional<InWords> words,
            Optional<PeopleView> people,
            Optional<ExplainView> explained,
            String explain,
            String csv,
            String json,
            Optional<String> pin) {}

    /// A picture with its name.
    ///
    /// @param foot how to read it
    /// @param notes what happened while its periods ran
    /// @param noting where somebody who may note something more comes back to
    public record Card(
            String id, String title, Chart chart, Optional<String> foot, List<Note> notes, Optional<String> noting) {
        /// The same on a page that has others of its name, within what has this id there.
        public Card within(String other) {
            return new Card(other + "-" + id, title, chart, foot, notes, Optional.empty());
        }

        /// As a script reads it.
        public String json() {
            return chart instanceof Chart.Drawn drawn ? ChartJson.of(drawn, notes) : "";
        }
    }

    /// Something that happened while the periods of a chart ran.
    ///
    /// @param letter by which the chart and the list below it name it
    /// @param at its place along the periods: 2.5 is in the middle of the third
    public record Note(String letter, double at, String id, String day, String kind, String text) {}
}
