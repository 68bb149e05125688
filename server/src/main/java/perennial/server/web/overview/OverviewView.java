package perennial.server.web.overview;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.server.web.report.PeopleView;
import perennial.server.web.report.Sentence;

/// The overview, ready to be shown.
///
/// @param content none in a workspace without events
/// @param maySetUp whether who looks may bring them in
public record OverviewView(
        Page page, Sentence finding, List<String> basis, Optional<Content> content, boolean maySetUp) {

    /// @param every how long the periods are
    /// @param segment who is counted, empty for everybody; one of `segments`
    /// @param changes where it is told for whom a number changed
    /// @param goals where goals are set, for those who may
    public record Content(
            String every,
            String segment,
            List<String> segments,
            List<Tile> tiles,
            String changes,
            Optional<String> goals,
            Slipping slipping,
            Returned returned) {}

    /// Who slips away.
    ///
    /// @param address of the report, whose rows are people; none for those who may see numbers alone
    /// @param people the most valuable of them; none for those who may see numbers alone
    public record Slipping(String count, Optional<String> address, List<Silent> people) {}

    /// Somebody who is silent for longer than usual.
    public record Silent(String id, String address, String days, String usual, String value) {}

    /// Who came back of late.
    ///
    /// @param people the newest of them; none for those who may see numbers alone
    public record Returned(String count, String address, List<Back> people) {}

    /// Somebody who came back, and when.
    public record Back(PeopleView.Person person, String day) {}
}
