package perennial.server.web.help;

import java.util.List;
import perennial.core.question.QuestionKind;
import perennial.server.web.Page;

/// The words and the questions there are.
public record HelpView(Page page, List<Glossary.Part> parts, List<QuestionKind> questions) {}
