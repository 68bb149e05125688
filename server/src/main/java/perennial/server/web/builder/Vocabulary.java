package perennial.server.web.builder;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import perennial.core.answer.Rows;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.store.answer.Answers;

/// What the data has names for: what fields offer.
///
/// @param values some of those that a trait has
public record Vocabulary(
        List<String> traits, Function<String, List<String>> values, List<String> events, List<String> segments) {
    private static final int SUGGESTED = 60;

    /// That of a workspace.
    public static Vocabulary of(Answers answers) {
        List<History> histories = Stream.of(Unit.values()).map(answers::history).toList();
        return new Vocabulary(
                all(histories, History::traitNames),
                name -> all(
                        histories,
                        history -> history.tellsWho(name) ? List.of() : history.traitValues(name, SUGGESTED)),
                all(histories, History::names),
                answers.segments().rows().stream()
                        .map(row -> Rows.key(row, "name"))
                        .toList());
    }

    private static List<String> all(List<History> histories, Function<History, List<String>> names) {
        var all = new TreeSet<String>();
        histories.forEach(history -> all.addAll(names.apply(history)));
        return List.copyOf(all);
    }

    /// The trait that a new row is about.
    String firstTrait() {
        return traits.isEmpty() ? "plan" : traits.getFirst();
    }

    /// The value that a new row about a trait names.
    String firstValue(String trait) {
        return values.apply(trait).stream().findFirst().orElse("");
    }
}
