package perennial.app.report;

import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.core.question.Asked;
import perennial.core.question.Options;

/// One part of the report: a heading, a question with its settings, and what the answer says in a sentence.
record Section(
        String heading, String question, SequencedMap<String, String> settings, Function<Asked, String> finding) {

    Options options() {
        return Options.of(settings);
    }

    /// The command that asks the same, as a shell reads it.
    String command(String workspace) {
        return settings.entrySet().stream()
                .map(setting -> " --" + setting.getKey() + " " + quoted(setting.getValue()))
                .collect(Collectors.joining("", "perennial ask " + question + " --workspace " + quoted(workspace), ""));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    static Section of(String heading, String question, Map<String, String> settings, Function<Asked, String> finding) {
        return new Section(heading, question, new java.util.TreeMap<>(settings), finding);
    }
}
