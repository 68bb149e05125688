package perennial.store.campaign;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.HandClock;
import perennial.store.Sql;
import perennial.store.Workspace;
import perennial.store.view.Views;

/// A workspace of a thousand customers whose contracts all ended on 1 February; every fifth comes back by itself on
/// 20 March and leaves again on 1 April. It is 1 March.
abstract class Thousand {
    static final Instant LAUNCH = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path folder;

    Workspace workspace;
    Views views;
    Campaigns campaigns;
    final HandClock clock = new HandClock(LAUNCH);

    @BeforeEach
    void open() {
        workspace = Workspace.create(folder.resolve("workspace"), Settings.standard("told"), clock);
        tell("thousand");
        views = new Views(workspace);
        campaigns = new Campaigns(workspace);
    }

    @AfterEach
    void close() {
        views.close();
        workspace.close();
    }

    /// Adds what a file of SQL tells.
    void tell(String file) {
        workspace.change("telling the history", connection -> {
            try (var statement = connection.createStatement()) {
                for (String sql : Sql.statements(Sql.text(Thousand.class, file))) {
                    statement.execute(sql);
                }
            }
            return workspace;
        });
    }

    /// Adds rows to a table.
    void insert(String table, String values) {
        workspace.change("telling more", connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate("INSERT INTO " + table + " VALUES " + values);
            }
        });
    }

    History at(Instant instant) {
        return views.history(Unit.CUSTOMER).asOf(instant.toEpochMilli());
    }

    History now() {
        return at(clock.instant());
    }

    /// Saves a plan and launches it now.
    void launch(String plan) {
        String name = campaigns.plans().save(PlanDocument.read(plan), now()).name();
        campaigns.launch(name, now());
    }
}
