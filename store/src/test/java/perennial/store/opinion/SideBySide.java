package perennial.store.opinion;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.duckdb.DuckDBConnection;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.catalogue.Catalogue;
import perennial.core.history.History;
import perennial.core.question.Asking;
import perennial.core.question.Options;
import perennial.core.question.People;
import perennial.core.question.Unit;
import perennial.core.reconcile.Histories;
import perennial.core.reconcile.SetAside;
import perennial.core.segment.Segment;
import perennial.store.Workspace;
import perennial.store.view.Views;

/// The engine and the second opinion on what lies in one workspace. The engine may see rows come; the
/// SQL must not be asked before all are there. Closing leaves the workspace open.
public final class SideBySide implements AutoCloseable {
    private final Views views;
    private final DuckDBConnection connection;
    private final Opinion opinion;

    public SideBySide(Workspace workspace) throws SQLException {
        views = new Views(workspace);
        connection = workspace.connection();
        opinion = new Opinion(connection, workspace.settings());
    }

    /// Where the two differ, one a line.
    public List<String> differences(String question, Map<String, String> options) throws SQLException {
        return Comparison.differences(engine(question, options), opinion.ask(question, options));
    }

    /// The engine's rows, as texts.
    List<SequencedMap<String, String>> engine(String question, Map<String, String> options) {
        var kind = Catalogue.named(question);
        return Asking.ask(kind, options(options), history(kind.unit(options(options)))).rows().stream()
                .map(SideBySide::texts)
                .toList();
    }

    /// The SQL's rows.
    List<SequencedMap<String, String>> opinion(String question, Map<String, String> options) throws SQLException {
        return opinion.ask(question, options);
    }

    /// The SQL's rows as lines, with some columns of them.
    String table(String question, Map<String, String> options, String... columns) throws SQLException {
        return opinion.table(question, options, columns);
    }

    /// The rows of one more file, on the tables that the last question to the SQL made.
    List<SequencedMap<String, String>> sql(String file) throws SQLException {
        return opinion.rows(file);
    }

    /// Those whom the SQL finds in a segment, with their kind, in order.
    List<String> opinion(Segment segment, Map<String, String> options) throws SQLException {
        return opinion.members(segment, options);
    }

    /// The people whom the engine names behind a cell.
    People who(String question, Map<String, String> options, String cell) {
        var kind = Catalogue.named(question);
        return Asking.who(kind, options(options), history(kind.unit(options(options))), cell);
    }

    /// What a reconciliation asks.
    Histories histories() {
        return new Histories() {
            @Override
            public History of(Unit unit, SetAside aside) {
                return views.history(unit, aside);
            }

            @Override
            public List<String> filters() {
                return List.of("internal");
            }
        };
    }

    /// What the engine is asked.
    public History history(Unit unit) {
        return views.history(unit);
    }

    Views views() {
        return views;
    }

    DuckDBConnection connection() {
        return connection;
    }

    /// The values of a repeated option stand in lines of one text.
    private static Options options(Map<String, String> given) {
        Options options = Options.NONE;
        for (Map.Entry<String, String> each : given.entrySet()) {
            for (String value : each.getValue().split("\n")) {
                options = options.with(each.getKey(), value);
            }
        }
        return options;
    }

    static SequencedMap<String, String> texts(Row row) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Cell> cell : row.cells().entrySet()) {
            texts.put(
                    cell.getKey(),
                    switch (cell.getValue()) {
                        case Cell.Key key -> key.text();
                        case Cell.Index index -> String.valueOf(index.number());
                        case Cell.Count count -> String.valueOf(count.number());
                        case Cell.Proportion proportion -> String.valueOf(proportion.share());
                        case Cell.Real real -> String.valueOf(real.number());
                        case Cell.Amount amount ->
                            amount.amount().stripTrailingZeros().toPlainString();
                        case Cell.Missing _, Cell.NoKey _ -> "-";
                        case Cell.Judged judged -> judged.state().toString();
                    });
        }
        return texts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        views.close();
    }
}
