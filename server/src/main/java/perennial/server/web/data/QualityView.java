package perennial.server.web.data;

import java.util.List;
import perennial.server.web.Page;

/// How what was received fared on some days.
///
/// @param finding the whole in a sentence
/// @param from, last the days, of UTC; `until` is the day after
/// @param kinds all sources together
/// @param columns what stands above the counts of the lines
/// @param lines every source on every day on which it sent anything, the newest first
/// @param refused the newest calls that were refused
/// @param showsCalls whether who looks may see them: they may name people
public record QualityView(
        Page page,
        String finding,
        String from,
        String until,
        String last,
        List<Kind> kinds,
        List<String> columns,
        List<Line> lines,
        List<Refused> refused,
        boolean showsCalls) {
    /// How many calls fared so.
    ///
    /// @param meaning half a sentence
    /// @param days how many on each day
    public record Kind(String name, String meaning, String count, Bars days) {}

    /// @param counts in the order of the columns
    public record Line(String day, String source, List<String> counts) {}

    /// A call that could not be stored.
    ///
    /// @param sentence why, with the fix
    /// @param call its text, perhaps cut
    public record Refused(String received, String source, String sentence, String call) {}
}
