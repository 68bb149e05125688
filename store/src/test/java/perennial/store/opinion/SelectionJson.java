package perennial.store.opinion;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;
import tools.jackson.databind.json.JsonMapper;

/// Writes a selection in the form that selections.sql reads. Only tests that must all hold are written; the SQL knows
/// no other kind of condition.
final class SelectionJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Test(String property, String operator, List<String> to) {}

    private SelectionJson() {}

    static String of(String selection) {
        return JSON.writeValueAsString(Selection.parse(selection).parts().stream()
                .map(SelectionJson::part)
                .toList());
    }

    static String list(List<String> texts) {
        return JSON.writeValueAsString(texts);
    }

    private static Map<String, Object> part(Selection.Part part) {
        var tests = part.condition().stream().flatMap(SelectionJson::tests).toList();
        return part.name()
                .<Map<String, Object>>map(name -> Map.of("name", name, "tests", tests))
                .orElseGet(() -> Map.of("tests", tests));
    }

    private static Stream<Test> tests(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.of().stream().flatMap(SelectionJson::tests);
            case Condition.Compare(String name, Condition.Operator operator, String to) ->
                Stream.of(new Test(name, operator.toString(), List.of(to)));
            case Condition.In(String name, List<String> choices) -> Stream.of(new Test(name, "in", choices));
            case Condition.Contains(String name, String part) -> Stream.of(new Test(name, "contains", List.of(part)));
            case Condition.StartsWith(String name, String prefix) ->
                Stream.of(new Test(name, "starts-with", List.of(prefix)));
            case Condition.Exists(String name) -> Stream.of(new Test(name, "exists", List.of()));
            case Condition.Any any -> throw new IllegalArgumentException("selections.sql reads no \"or\": " + any);
            case Condition.Not not -> throw new IllegalArgumentException("selections.sql reads no \"not\": " + not);
        };
    }
}
