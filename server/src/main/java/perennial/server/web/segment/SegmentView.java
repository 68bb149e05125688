package perennial.server.web.segment;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.server.web.builder.Part;
import perennial.server.web.report.ReportView.Link;

/// A segment that is looked at or written.
///
/// @param rows the segment in rows; empty while its text cannot be read
/// @param maySave whether who looks may save and delete
/// @param showsPeople whether who looks may see who is in it
/// @param refusal why it was not saved or deleted
/// @param saved what is known of the one under this name
public record SegmentView(
        Page page,
        Draft draft,
        Optional<Part> rows,
        Optional<Counted> counted,
        boolean maySave,
        boolean showsPeople,
        Optional<String> refusal,
        Optional<Saved> saved) {
    /// A segment under its name.
    ///
    /// @param meaning who is in it, of a built-in one
    /// @param versions the newest first; none of a built-in one
    /// @param users the saved segments that name it
    /// @param reports about its members
    public record Saved(
            Optional<String> meaning,
            List<Version> versions,
            SizeLine line,
            List<Link> users,
            List<Link> reports,
            String members) {}

    /// One version.
    public record Version(String number, String expression, String since) {}

    /// What the field for the name holds: nobody can save over a built-in one.
    public String name() {
        return saved.flatMap(Saved::meaning).isPresent() ? "" : draft.name();
    }
}
