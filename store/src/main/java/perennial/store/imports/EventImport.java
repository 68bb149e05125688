package perennial.store.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import perennial.core.workspace.Settings;
import perennial.store.Sql;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// Imports files into a workspace, previews an import, lists what was refused, and takes an import back.
///
/// All files of an import are stored in one transaction at its end: an import that is cut off leaves nothing, and run
/// again it ends with the same store as one that was never cut off. One import runs at a time; others store beside it
/// while it reads, and wait for that transaction alone.
public final class EventImport {
    private EventImport() {}

    /// Imports all files of the plan, or nothing.
    ///
    /// @throws BadPlan if the plan does not fit the files; nothing has been written
    /// @throws StoreFailure if a file is damaged, the disk is full or the like; nothing of the import is kept
    public static ImportSummary run(Workspace workspace, ImportPlan plan, Progress progress) {
        return run(workspace, plan, progress, Stage.CHUNK);
    }

    static ImportSummary run(Workspace workspace, ImportPlan plan, Progress progress, int chunk) {
        return workspace.prepare("importing events", connection -> {
            long startedMs = workspace.clock().millis();
            var tracker = new ImportTracker(plan.files(), progress);
            ResolvedPlan resolved = ResolvedPlan.of(plan, workspace.settings().zone(), tracker);
            var run = new ImportRun(connection, plan, startedMs, chunk);
            new Pipeline(resolved.parts(), tracker).run(run::take);
            run.end();
            return workspace.change(
                    connection, changed -> run.store(workspace.clock().millis()));
        });
    }

    /// Finds out whether the plan fits its files, without a workspace and without reading them to the end.
    ///
    /// @throws BadPlan if it does not
    /// @throws StoreFailure if a file cannot be read
    public static void check(Settings settings, ImportPlan plan) {
        ResolvedPlan.named(plan, settings.zone());
    }

    /// The first `count` rows as an import would store them; nothing is written. Duplicates are not looked for.
    ///
    /// @throws BadPlan if the plan does not fit the files
    public static Preview preview(Settings settings, ImportPlan plan, int count, Progress progress) {
        var tracker = new ImportTracker(plan.files(), progress);
        return Previews.of(plan, ResolvedPlan.of(plan, settings.zone(), tracker), count);
    }

    /// The same at once, however long the files are: types are guessed from the first rows, so that those of the import
    /// may differ.
    public static Preview glance(Settings settings, ImportPlan plan, int count) {
        var tracker = new ImportTracker(plan.files(), Progress.NONE);
        return Previews.of(plan, ResolvedPlan.of(plan, settings.zone(), tracker, Glance.ROWS), count);
    }

    /// Takes back the events, links and traits that a run stored, in one transaction. Its record stays, marked as
    /// undone.
    ///
    /// @return how many events were taken back
    /// @throws StoreFailure if there is no such run, or it is undone already
    public static long undo(Workspace workspace, int run) {
        return workspace.change("undoing import " + run, connection -> {
            requireUndoable(connection, run);
            long events = 0;
            for (String sql : Sql.statements(Sql.text("imports/undo"))) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    int parameters = statement.getParameterMetaData().getParameterCount();
                    if (parameters > 0) {
                        statement.setInt(1, run);
                    }
                    if (parameters > 1) {
                        statement.setLong(2, workspace.clock().millis());
                    }
                    int changed = statement.executeUpdate();
                    events += sql.contains("FROM events") ? changed : 0;
                }
            }
            return events;
        });
    }

    private static void requireUndoable(DuckDBConnection connection, int run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Sql.text("imports/import-state"))) {
            statement.setInt(1, run);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new StoreFailure("There is no import " + run + " in this workspace; nothing was changed");
                }
                if (found.getObject(1) != null) {
                    throw new StoreFailure("Import " + run + " is undone already; nothing was changed");
                }
            }
        }
    }

    /// The runs that refused rows, in order.
    public static List<Integer> runsWithRejects(Workspace workspace) {
        try (DuckDBConnection connection = workspace.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.text("imports/runs-with-rejects"))) {
            List<Integer> runs = new ArrayList<>();
            while (rows.next()) {
                runs.add(rows.getInt(1));
            }
            return runs;
        } catch (SQLException e) {
            throw StoreFailure.of("listing refused rows", e);
        }
    }

    /// Whether there was such an import, undone or not.
    public static boolean isRun(Workspace workspace, int run) {
        try (DuckDBConnection connection = workspace.connection();
                PreparedStatement statement = connection.prepareStatement(Sql.text("imports/import-state"))) {
            statement.setInt(1, run);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw StoreFailure.of("looking for import " + run, e);
        }
    }

    /// The rows that a run refused, as far as they were kept, in the order it met them.
    public static List<Reject> rejects(Workspace workspace, int run) {
        try (DuckDBConnection connection = workspace.connection();
                PreparedStatement statement = connection.prepareStatement(Sql.text("imports/rejects"))) {
            statement.setInt(1, run);
            List<Reject> rejects = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rejects.add(new Reject(
                            rows.getString("file"),
                            rows.getLong("line"),
                            rows.getString("field"),
                            rows.getString("value"),
                            rows.getString("reason"),
                            rows.getString("message")));
                }
            }
            return rejects;
        } catch (SQLException e) {
            throw StoreFailure.of("listing refused rows", e);
        }
    }
}
