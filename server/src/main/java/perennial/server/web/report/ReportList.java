package perennial.server.web.report;

import java.util.List;
import perennial.core.question.QuestionKind;
import perennial.server.web.Page;

/// Every report there is.
public record ReportList(Page page, List<QuestionKind> questions) {}
