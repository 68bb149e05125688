package perennial.store.opinion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The figures found elsewhere for the shop of UCI Online Retail, and the same out of the rows of an answer.
final class RetailFigures {
    private final JsonNode figures;

    RetailFigures(Path file) throws IOException {
        figures = JsonMapper.shared().readTree(Files.readString(file));
    }

    /// By month: new, returning, reactivated, dormant, active.
    SortedMap<String, String> lifecycle() {
        var months = new TreeMap<String, String>();
        for (JsonNode month : figures.get("growth_accounting_month")) {
            months.put(
                    month.get("period").asString() + "-01",
                    month.get("new").asInt() + " " + month.get("retained").asInt()
                            + " " + month.get("resurrected").asInt() + " "
                            + month.get("dormant").asInt() + " "
                            + month.get("active").asInt());
        }
        return months;
    }

    static SortedMap<String, String> lifecycle(List<SequencedMap<String, String>> rows) {
        var months = new TreeMap<String, String>();
        for (Map<String, String> row : rows) {
            months.put(
                    row.getOrDefault("period", ""),
                    row.get("new") + " " + row.get("returning") + " " + row.get("reactivated") + " "
                            + row.get("dormant") + " " + row.get("active"));
        }
        return months;
    }

    /// By cohort and months since, how many returned.
    SortedMap<String, Integer> cohorts() {
        var cells = new TreeMap<String, Integer>();
        figures.get("cohort_matrix_month (rows: first month; key: months since)")
                .forEachEntry(
                        (cohort, row) -> row.forEachEntry((n, count) -> cells.put(cohort + "-01 " + n, count.asInt())));
        return cells;
    }

    static SortedMap<String, Integer> cohorts(List<SequencedMap<String, String>> rows) {
        var cells = new TreeMap<String, Integer>();
        for (Map<String, String> row : rows) {
            if (!"all".equals(row.get("cohort")) && !"not_yet".equals(row.get("state"))) {
                cells.put(row.get("cohort") + " " + row.get("n"), Integer.valueOf(row.getOrDefault("returned", "")));
            }
        }
        return cells;
    }
}
