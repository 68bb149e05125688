package perennial.core.answer;

import java.util.List;

/// The rows of an answer and the rules that made them, in words.
public record Answer(List<String> rules, List<Row> rows) {
    public Answer {
        rules = List.copyOf(rules);
        rows = List.copyOf(rows);
    }
}
