package perennial.store.opinion;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;
import tools.jackson.databind.json.JsonMapper;

/// Writes a selection in the form that selections.sql reads: alternatives of tests that must all hold or,
/// denied, must all fail. Conditions are brought into that form by the laws of De Morgan, so that the SQL
/// sees no tree.
final class SelectionJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Test(String property, String operator, List<String> to, boolean denied) {}

    private SelectionJson() {}

    static String of(String selection) {
        return JSON.writeValueAsString(Selection.parse(selection).parts().stream()
                .flatMap(SelectionJson::alternatives)
                .toList());
    }

    static String list(List<String> texts) {
        return JSON.writeValueAsString(texts);
    }

    private static Stream<Map<String, Object>> alternatives(Selection.Part part) {
        List<List<Test>> all =
                part.condition().map(condition -> either(condition, false)).orElse(List.of(List.of()));
        return all.stream()
                .map(tests -> part.name()
                        .<Map<String, Object>>map(name -> Map.of("name", name, "tests", tests))
                        .orElseGet(() -> Map.of("tests", tests)));
    }

    /// The alternatives, each a list of tests.
    private static List<List<Test>> either(Condition condition, boolean denied) {
        return switch (condition) {
            case Condition.All(var of) -> denied ? any(of, true) : all(of, false);
            case Condition.Any(var of) -> denied ? all(of, true) : any(of, false);
            case Condition.Not(var of) -> either(of, !denied);
            case Condition.Compare(String name, Condition.Operator operator, String to) ->
                one(name, operator.toString(), List.of(to), denied);
            case Condition.In(String name, List<String> choices) -> one(name, "in", choices, denied);
            case Condition.Contains(String name, String part) -> one(name, "contains", List.of(part), denied);
            case Condition.StartsWith(String name, String prefix) -> one(name, "starts-with", List.of(prefix), denied);
            case Condition.Exists(String name) -> one(name, "exists", List.of(), denied);
        };
    }

    private static List<List<Test>> one(String property, String operator, List<String> to, boolean denied) {
        return List.of(List.of(new Test(property, operator, to, denied)));
    }

    private static List<List<Test>> any(List<Condition> of, boolean denied) {
        return of.stream().flatMap(each -> either(each, denied).stream()).toList();
    }

    /// One alternative of each, in every combination.
    private static List<List<Test>> all(List<Condition> of, boolean denied) {
        List<List<Test>> made = List.of(List.of());
        for (Condition each : of) {
            List<List<Test>> more = either(each, denied);
            made = made.stream()
                    .flatMap(tests -> more.stream()
                            .map(others -> Stream.concat(tests.stream(), others.stream())
                                    .toList()))
                    .toList();
        }
        return made;
    }
}
