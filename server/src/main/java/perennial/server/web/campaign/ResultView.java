package perennial.server.web.campaign;

import java.util.List;
import java.util.Optional;
import perennial.server.web.report.ReportView.Card;

/// What a campaign really added. Where nothing can be told there are no numbers of an effect, just why.
///
/// @param standing the same in two words
/// @param figures what the sentence rests on
/// @param cards the curves, and the difference between them
/// @param checks whether it can be trusted
public record ResultView(
        Standing standing,
        String sentence,
        List<Figure> figures,
        List<Card> cards,
        List<ArmLine> arms,
        List<ComparedLine> compared,
        List<Check> checks) {
    /// A number and how sure it is.
    public record Figure(String name, String value, String interval) {}

    /// A number that may lead to the people behind it.
    public record Count(String text, Optional<String> who) {}

    /// One arm.
    ///
    /// @param mature of them the window is over
    public record ArmLine(
            String arm,
            boolean isHoldout,
            Count drawn,
            String mature,
            String sent,
            Count returned,
            String share,
            String interval,
            Count kept,
            String revenue,
            String incentives,
            String contacts) {}

    /// One treatment beside the holdout.
    public record ComparedLine(
            String arm,
            Told difference,
            Whisker whisker,
            Optional<Told> kept,
            Told returns,
            Told revenue,
            Told margin,
            Told net,
            Optional<Told> roi) {}

    /// Something that must be so for the numbers to be trusted.
    public record Check(boolean holds, String words, String detail) {}
}
