package perennial.server.web.report;

import java.util.ArrayList;
import java.util.List;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.server.web.Figures;

/// One cell of an answer in words.
final class CellWords {
    private CellWords() {}

    /// Such as `Came back: September 2026`.
    static String of(Answered answer, Row row, String count) {
        if (row.cells().containsKey("cohort")) {
            return "Back in " + answer.every() + " " + Rows.key(row, "n") + ", of those who came" + cohort(answer, row);
        }
        List<String> keys = new ArrayList<>();
        row.cells().forEach((name, cell) -> {
            switch (cell) {
                case Cell.Key(String text) -> keys.add(name.equals("period") ? answer.during(row) : text);
                case Cell.NoKey _ -> keys.add(Cell.NoKey.WORD);
                case Cell.Index(int number) -> keys.add(Words.heading(name) + " " + number);
                case Cell.Count _, Cell.Proportion _, Cell.Real _, Cell.Amount _, Cell.Missing _, Cell.Judged _ -> {
                    // identifies nothing
                }
            }
        });
        return Words.heading(count) + ": " + String.join(", ", keys);
    }

    /// When a cohort came: ` in September 2026`, or nothing for all of them.
    static String cohort(Answered answer, Row row) {
        String cohort = Rows.key(row, "cohort");
        return cohort.equals("all") ? "" : " " + Figures.during(cohort, answer.every());
    }
}
