package perennial.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import perennial.core.answer.Row;
import perennial.core.question.Asked;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;

/// Puts questions to the workspace in a folder.
record Engine(Path folder, Clock clock) {
    /// Who stands behind a cell: the ids, the row that was meant and the name of the count in it.
    record People(Row row, String count, List<String> ids) {}

    Asked ask(QuestionKind kind, Options options) {
        throw new UnsupportedOperationException("Questions cannot be asked yet");
    }

    People who(QuestionKind kind, Options options, String cell) {
        throw new UnsupportedOperationException("Questions cannot be asked yet");
    }
}
