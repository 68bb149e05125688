package perennial.server.web.report;

import java.util.List;
import perennial.server.web.Page;

/// Every report there is.
public record ReportList(Page page, List<Line> lines) {
    /// @param answers what it answers, in one sentence
    public record Line(String title, String address, String answers) {}
}
