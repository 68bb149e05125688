package perennial.server.web.segment;

import java.util.List;
import perennial.server.web.Page;

/// All segments, the saved ones first.
///
/// @param asOf when they are judged
public record SegmentList(Page page, List<Line> lines, String customers, String asOf) {
    /// @param version its number, or "built in"
    public record Line(String name, String address, String version, String expression, Counted.Size size) {
        public boolean isSaved() {
            return !version.equals("built in");
        }
    }

    public long saved() {
        return lines.stream().filter(Line::isSaved).count();
    }
}
