package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import perennial.core.random.RawHistory;

/// The SQL against figures found elsewhere, on a year of a real shop (UCI Online Retail).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailTest {
    private static final String AS_OF = "2011-12-10";
    private static final RawHistory NOTHING =
            new RawHistory(java.time.ZoneId.of("UTC"), DayOfWeek.MONDAY, List.of(), List.of(), List.of());

    private Optional<OpinionOn> shop = Optional.empty();
    private Optional<Path> figures = Optional.empty();

    @BeforeAll
    void load() throws SQLException {
        Optional<Path> lines = SharedData.file("data/online_retail/online_retail.csv.gz");
        figures = SharedData.file("reference/retention-online-retail.json");
        if (lines.isPresent() && figures.isPresent()) {
            var opinion = new OpinionOn(NOTHING);
            try (var statement = opinion.connection().prepareStatement("""
                    INSERT INTO events
                    SELECT row_number() OVER (), 1, 'shop', 'line', NULL, CustomerID, NULL, epoch_ms(InvoiceDate),
                           epoch_ms(InvoiceDate), 'Order Completed', Quantity * UnitPrice, 'GBP', NULL
                    FROM read_csv(?, types = {'CustomerID': 'VARCHAR', 'InvoiceNo': 'VARCHAR',
                                              'InvoiceDate': 'TIMESTAMP', 'UnitPrice': 'DECIMAL(12, 3)'})
                    WHERE CustomerID IS NOT NULL AND InvoiceNo NOT LIKE 'C%' AND Quantity > 0 AND UnitPrice > 0""")) {
                statement.setString(1, lines.get().toString());
                statement.execute();
            }
            shop = Optional.of(opinion);
        }
    }

    @AfterAll
    void close() throws SQLException {
        if (shop.isPresent()) {
            shop.get().close();
        }
    }

    @Test
    void lifecycle_by_month_is_that_of_the_reference() throws Exception {
        assertThat(RetailFigures.lifecycle(ask("lifecycle")))
                .isEqualTo(figures().lifecycle());
    }

    @Test
    void the_cohort_matrix_by_month_is_that_of_the_reference() throws Exception {
        assertThat(RetailFigures.cohorts(ask("retention"))).isEqualTo(figures().cohorts());
    }

    @Test
    void the_month_that_goes_on_is_marked_and_pooled_nowhere() throws Exception {
        assertThat(ask("lifecycle").getLast())
                .containsEntry("period", "2011-12-01")
                .containsEntry("state", "in_progress");
        assertThat(ask("retention"))
                .filteredOn(row -> "2011-11-01".equals(row.get("cohort")) && "1".equals(row.get("n")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("returned", "36")
                        .containsEntry("low", "-")
                        .containsEntry("state", "in_progress"));
    }

    private List<SequencedMap<String, String>> ask(String question) throws SQLException {
        assumeTrue(shop.isPresent(), "the history of the shop is not beside the repository");
        return shop.orElseThrow().ask(question, Map.of("every", "month", "as-of", AS_OF));
    }

    private RetailFigures figures() throws IOException {
        assumeTrue(figures.isPresent(), "the figures are not beside the repository");
        return new RetailFigures(figures.orElseThrow());
    }
}
