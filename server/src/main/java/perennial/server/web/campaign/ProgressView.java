package perennial.server.web.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import perennial.core.campaign.Reply;

/// Where everybody of an audience is, and what was spent on them.
///
/// @param law that says that nobody is lost; `holds` unless a fault of ours lost somebody
/// @param because how many were left out or skipped for each reason
/// @param replies of how many messages what came back, by arm; none where nothing did
/// @param poll the address that answers when it says something else
public record ProgressView(
        List<Spot> spots,
        String law,
        boolean holds,
        List<Why> because,
        List<Replies> replies,
        List<Pool> pools,
        Optional<String> budget,
        String spent,
        String poll) {
    /// The replies there are, as heads of columns.
    public List<String> kinds() {
        return Arrays.stream(Reply.values())
                .map(each -> each.name().charAt(0) + each.toString().substring(1))
                .toList();
    }

    /// One place.
    ///
    /// @param name as addresses have it
    /// @param from where its part of the bar begins and how `wide` it is, of 1000
    /// @param who the address of those who are there; none where nobody is, or for those who may not see people
    public record Spot(
            String name, String words, String count, String share, long from, long wide, Optional<String> who) {}

    /// A reason.
    public record Why(String place, String words, String count, Optional<String> who) {}

    /// What came back of the messages of an arm.
    ///
    /// @param counts in the order of [Reply]
    public record Replies(String arm, List<String> counts) {}

    /// A pool of codes.
    public record Pool(String name, String free, String reserved, String given, boolean isKnown) {}
}
