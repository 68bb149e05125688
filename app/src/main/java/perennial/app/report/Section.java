package perennial.app.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import perennial.app.show.Program;
import perennial.core.question.Asked;
import perennial.core.question.Options;

/// One part of the report: a heading, a question with its settings, and what the answer says in a sentence.
record Section(String heading, String question, Options options, Function<Asked, String> finding) {
    /// One value for each setting.
    static Section of(String heading, String question, Map<String, String> settings, Function<Asked, String> finding) {
        return new Section(heading, question, Options.of(settings), finding);
    }

    /// The command that asks the same, as a shell reads it.
    String command(Program program, String workspace) {
        Stream<String> beginning = Stream.of("ask", question, "--workspace", workspace);
        Stream<String> settings = new TreeMap<>(options.given())
                .entrySet().stream()
                        .flatMap(setting -> setting.getValue().stream()
                                .flatMap(value -> Stream.of("--" + setting.getKey(), value)));
        return program.command(Stream.concat(beginning, settings).toArray(String[]::new));
    }
}
