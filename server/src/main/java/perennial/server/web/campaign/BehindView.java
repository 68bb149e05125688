package perennial.server.web.campaign;

import java.util.List;
import perennial.server.web.Page;
import perennial.server.web.report.PeopleView.Person;

/// The people behind a number of a campaign.
///
/// @param left how many more there are than those shown
public record BehindView(
        Page page, String campaign, String address, String who, String count, List<Line> lines, int left, String csv) {
    /// One of them.
    public record Line(Person person, String arm, String place, String why, String offer, String back) {}
}
