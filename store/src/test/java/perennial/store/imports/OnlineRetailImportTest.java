package perennial.store.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.selection.SelectionParser;
import perennial.core.workspace.Settings;
import perennial.store.RealData;
import perennial.store.Workspace;

/// The half-million invoice lines of the UCI Online Retail data: 541 909 rows, of which 397 884 are sales to a known
/// customer at a price.
class OnlineRetailImportTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path directory;

    @Test
    void sales_to_known_customers_are_stored_once_however_often_they_are_imported() {
        Optional<Path> file = RealData.file("online_retail/online_retail.csv.gz");
        Assumptions.assumeTrue(file.isPresent(), "the data is not there");
        Optional<String> none = Optional.empty();
        var mapping = new Mapping(
                Optional.of("CustomerID"),
                none,
                none,
                "InvoiceDate",
                none,
                none,
                Optional.of("Order Completed"),
                Optional.of("UnitPrice"),
                Optional.of("GBP"),
                List.of(Field.parse("InvoiceNo"), Field.parse("StockCode"), Field.parse("Quantity")),
                List.of(Field.parse("Country")),
                none);
        ImportPlan plan = ImportPlan.of(List.of(file.get()), mapping)
                .withWhere(SelectionParser.condition(
                        "CustomerID exists, Quantity > 0, UnitPrice > 0, not (InvoiceNo starts-with C)"));
        try (var workspace = Workspace.create(directory.resolve("w"), Settings.standard("Shop"), CLOCK)) {
            ImportSummary first = EventImport.run(workspace, plan, Progress.NONE);
            assertThat(first.rows()).isEqualTo(541_909);
            assertThat(first.stored()).isEqualTo(397_884);
            assertThat(first.filtered()).isEqualTo(541_909 - 397_884);

            ImportSummary second = EventImport.run(workspace, plan, Progress.NONE);
            assertThat(second.stored()).isZero();
            assertThat(second.duplicates()).isEqualTo(397_884);
            assertThat(second.run()).isEqualTo(2);
        }
    }
}
