package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.event.Role;
import perennial.core.selection.SelectionParser;
import perennial.core.workspace.Settings;
import perennial.store.Workspace;
import perennial.store.imports.EventImport;
import perennial.store.imports.Field;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.Mapping;
import perennial.store.imports.Progress;

/// Real histories, imported as a user would, asked of the engine and of plain SQL: the same rows, cell by cell.
class RealHistoriesTest {
    private static final Optional<String> NONE = Optional.empty();
    private static final Mapping RETAIL = new Mapping(
            Optional.of("CustomerID"),
            NONE,
            NONE,
            "InvoiceDate",
            NONE,
            NONE,
            Optional.of("Order Completed"),
            Optional.of("UnitPrice"),
            Optional.of("GBP"),
            List.of(Field.parse("Quantity")),
            List.of(Field.parse("Country")),
            NONE);
    private static final Mapping CDNOW = new Mapping(
            Optional.of("masterid"),
            NONE,
            NONE,
            "date",
            Optional.of("yyyyMMdd"),
            NONE,
            Optional.of("Order Completed"),
            Optional.of("sales"),
            NONE,
            List.of(Field.parse("cds")),
            List.of(),
            NONE);
    private static final Mapping CONTRIBUTIONS = new Mapping(
            Optional.of("user_id"),
            NONE,
            NONE,
            "ts_utc",
            NONE,
            Optional.of("event"),
            NONE,
            NONE,
            NONE,
            List.of(Field.parse("project"), Field.parse("area"), Field.parse("n_files")),
            List.of(),
            Optional.of("event_id"));

    @TempDir
    private Path directory;

    /// What is done with both once the history is there.
    private interface Check {
        void on(SideBySide both) throws Exception;
    }

    @Test
    void a_year_of_a_shop() throws Exception {
        imported(
                retail(),
                "Europe/London",
                both -> compare(
                        both, 1, "Order Completed[Quantity > 20, value <= 1.5]", "trait:Country", "2011-07-20"));
    }

    @Test
    void eighteen_months_of_a_record_shop() throws Exception {
        ImportPlan plan = plan("data/cdnow_sample/cdnow_sample_transactions.csv", CDNOW);
        imported(
                plan,
                "America/New_York",
                both -> compare(both, 0, "Order Completed[value > 30]", "property:cds", "1998-02-15"));
    }

    @Test
    void years_of_contributions_to_open_source() throws Exception {
        ImportPlan plan = plan("data/oss_contributions_a/events.csv.gz", CONTRIBUTIONS);
        imported(plan, "Asia/Kathmandu", both -> compare(both, 2, "*[n_files > 3]", "property:area", "2015-05-05"));
    }

    @Test
    void the_engine_finds_the_published_figures_of_the_shop() throws Exception {
        var figures = new RetailFigures(shared("reference/retention-online-retail.json"));
        var options = Map.of("every", "month", "as-of", "2011-12-10");
        imported(retail(), "UTC", both -> {
            assertThat(RetailFigures.lifecycle(both.engine("lifecycle", options)))
                    .isEqualTo(figures.lifecycle());
            assertThat(RetailFigures.cohorts(both.engine("retention", options))).isEqualTo(figures.cohorts());
        });
    }

    private static void compare(SideBySide both, int third, String fewer, String group, String asOf) throws Exception {
        var soft = new SoftAssertions();
        FixedQuestions.eachThird(
                third,
                fewer,
                group,
                asOf,
                (question, options) -> soft.assertThat(both.differences(question, options))
                        .as("%s %s", question, options)
                        .isEmpty());
        soft.assertAll();
    }

    private void imported(ImportPlan plan, String zone, Check check) throws Exception {
        // No contracts here: an order or a commit is taken to start one and a merge to end one, so that lives are
        // there.
        Settings settings = Settings.standard("real")
                .withZone(ZoneId.of(zone))
                .withNames(Role.LIFE_START, List.of("Order Completed", "commit"))
                .withNames(Role.LIFE_END, List.of("merge"));
        var clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        try (Workspace workspace = Workspace.create(directory, settings, clock)) {
            assertThat(EventImport.run(workspace, plan, Progress.NONE).refused())
                    .isZero();
            try (var both = new SideBySide(workspace)) {
                check.on(both);
            }
        }
    }

    private static ImportPlan retail() {
        return plan("data/online_retail/online_retail.csv.gz", RETAIL)
                .withWhere(SelectionParser.condition(
                        "CustomerID exists, not InvoiceNo starts-with C, Quantity > 0, UnitPrice > 0"));
    }

    private static ImportPlan plan(String file, Mapping mapping) {
        return ImportPlan.of(List.of(shared(file)), mapping);
    }

    private static Path shared(String file) {
        Optional<Path> found = SharedData.file(file);
        assumeTrue(found.isPresent(), file + " is not beside the repository");
        return found.orElseThrow();
    }
}
