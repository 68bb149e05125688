package perennial.app.report;

import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import perennial.app.show.Program;
import perennial.core.question.Asked;
import perennial.core.question.Options;

/// One part of the report: a heading, a question with its settings, and what the answer says in a sentence.
record Section(
        String heading, String question, SequencedMap<String, String> settings, Function<Asked, String> finding) {

    Options options() {
        return Options.of(settings);
    }

    /// The command that asks the same, as a shell reads it.
    String command(Program program, String workspace) {
        Stream<String> beginning = Stream.of("ask", question, "--workspace", workspace);
        Stream<String> options =
                settings.entrySet().stream().flatMap(setting -> Stream.of("--" + setting.getKey(), setting.getValue()));
        return program.command(Stream.concat(beginning, options).toArray(String[]::new));
    }

    static Section of(String heading, String question, Map<String, String> settings, Function<Asked, String> finding) {
        return new Section(heading, question, new java.util.TreeMap<>(settings), finding);
    }
}
