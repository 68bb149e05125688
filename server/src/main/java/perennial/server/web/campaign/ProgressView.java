package perennial.server.web.campaign;

import java.util.List;
import java.util.Optional;

/// Where everybody of an audience is, and what was spent on them.
///
/// @param law that says that nobody is lost; `holds` unless a fault of ours lost somebody
/// @param because how many were left out or skipped for each reason
/// @param poll the address that answers when it says something else
public record ProgressView(
        List<Spot> spots,
        String law,
        boolean holds,
        List<Why> because,
        List<Pool> pools,
        Optional<String> budget,
        String spent,
        String poll) {
    /// One place.
    ///
    /// @param name as addresses have it
    /// @param from where its part of the bar begins and how `wide` it is, of 1000
    /// @param who the address of those who are there; none where nobody is, or for those who may not see people
    public record Spot(
            String name, String words, String count, String share, long from, long wide, Optional<String> who) {}

    /// A reason.
    public record Why(String place, String words, String count, Optional<String> who) {}

    /// A pool of codes.
    public record Pool(String name, String free, String reserved, String given, boolean isKnown) {}
}
