package perennial.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/kpis.md` says what formulas do.
class KpiGuideTest {
    @Test
    void every_formula_of_the_guide_can_be_read() throws IOException {
        String guide = Files.readString(Path.of("../docs/kpis.md"));
        String table = guide.substring(guide.indexOf("| written | means |"), guide.indexOf("Row: the keys"));
        List<String> formulas = Pattern.compile("^\\| (`.*?`) \\|", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .map(row -> row.group(1).replace("`", ""))
                .toList();
        assertThat(formulas).hasSize(6);
        for (String formula : formulas) {
            String whole = formula.equals("+ - * /, ( ), 0.5")
                    ? "1 + (2 - churn.value) * 3 / 0.5"
                    : formula.replace("…", "active-users");
            assertThat(Kpi.parse(whole, Kpi.Unit.NUMBER)).as(whole).isNotNull();
        }
        assertThat(guide).contains("`funnel(step = Visit, step = \"Order Completed\").customers`");
        assertThat(Kpi.parse("funnel(step = Visit, step = \"Order Completed\").customers", Kpi.Unit.NUMBER))
                .hasToString("funnel(step = Visit, step = \"Order Completed\").customers");
    }
}
