package perennial.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Progress;
import perennial.store.opinion.FixedQuestions;
import perennial.store.opinion.SideBySide;

/// The demo company, asked of the engine and of plain SQL: the same rows, cell by cell. It has so many customers that
/// they fill more than one shard and that days have sets of both kinds.
class DemoOpinionTest {
    private static final int CUSTOMERS = 17_500;

    /// In an order in which the SQL seldom has to find out anew whose events are whose.
    private static final String QUESTIONS = """
            active-users --from 2026-03-20 --until 2026-04-05
            lifecycle --every month
            retention --every month
            inactivity
            reactivation --inactive-after 60d
            churn --by trait:country
            active-users --every quarter --rolling 28d --by trait:country
            retention --every quarter --start Order Completed[value > 30] --entry recurring --by trait:country
            lifecycle --every month --unit visitor --event Order Completed[value > 30] --by property:category
            churn --basis contract --every quarter
            cancel-reasons --every quarter
            return-curve --within 100d
            winback --reading period
            traffic --every quarter --by trait:country
            winback --by property:reason
            winback --reading ratio --basis usage --every quarter
            """;

    @TempDir
    private static Path folder;

    private static Workspace workspace;
    private static SideBySide both;

    @BeforeAll
    static void settle() throws Exception {
        Path lines = folder.resolve("demo.ndjson.gz");
        DemoCompany.write(lines, CUSTOMERS, DemoCompany.SEED);
        var clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        var settings = Settings.standard("demo").withZone(ZoneId.of("Europe/Berlin"));
        workspace = Workspace.create(folder.resolve("demo"), settings, clock);
        EventImport.run(workspace, ImportPlan.segment(List.of(lines)), Progress.NONE);
        both = new SideBySide(workspace);
    }

    @AfterAll
    static void close() throws Exception {
        both.close();
        workspace.close();
    }

    @Test
    void the_company_is_large_enough_to_prove_something() {
        for (Unit unit : Unit.values()) {
            assertThat(both.history(unit).shards()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void every_question_gives_the_rows_of_its_sql() throws Exception {
        var soft = new SoftAssertions();
        FixedQuestions.each(QUESTIONS, (question, options) -> {
            soft.assertThat(both.differences(question, options))
                    .as("%s %s", question, options)
                    .isEmpty();
        });
        soft.assertAll();
    }
}
