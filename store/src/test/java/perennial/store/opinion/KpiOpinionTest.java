package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.core.kpi.Kpi;
import perennial.core.kpi.KpiAnswer;
import perennial.core.kpi.KpiLibrary;
import perennial.core.kpi.SavedKpis;
import perennial.core.question.Asked;
import perennial.core.question.Asking;
import perennial.core.question.Options;
import perennial.core.question.People;
import perennial.core.question.QuestionKind;
import perennial.core.random.RandomHistory;

/// A formula over questions gives what one plain SQL statement over the events calculates.
class KpiOpinionTest {
    private static final int HISTORIES = Integer.getInteger("perennial.histories", 4);
    private static final String FORMULA = "(buyers + 2 * searchers) / active-users - 0.5";

    private static final Map<String, String> SAVED = Map.of(
            "buyers",
            "active-users(event = \"Order Completed\")",
            "searchers",
            "active-users(event = Searched).customers");

    private static final SavedKpis NAMES = new SavedKpis() {
        @Override
        public Optional<Saved> find(String name) {
            return Optional.ofNullable(SAVED.get(name))
                    .map(formula -> new Saved(name, 1, Kpi.parse(formula, Kpi.Unit.NUMBER)));
        }

        @Override
        public List<String> names() {
            return List.copyOf(SAVED.keySet());
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"", "plan = pro", "did \"Order Completed\" or not plan exists"})
    void a_formula_of_saved_ones_has_the_values_of_its_sql(String segment) {
        forAll(HISTORIES, random -> RandomHistory.of(random, 90), history -> {
            try (var engine = new EngineOn(history, 0)) {
                Map<String, String> options =
                        segment.isEmpty() ? Map.of("every", "week") : Map.of("every", "week", "segment", segment);
                engine.both().opinion("active-users", options); // makes the tables that the SQL reads
                var rows = answer(engine.both(), segment).rows().stream()
                        .map(SideBySide::texts)
                        .toList();
                assertThat(Comparison.differences(rows, engine.both().sql("kpi")))
                        .as("%s in %s%non %s", FORMULA, segment, history)
                        .isEmpty();
            }
        });
    }

    private static Asked answer(SideBySide both, String segment) {
        var kpi = Kpi.parse(FORMULA + (segment.isEmpty() ? "" : " where " + segment), Kpi.Unit.NUMBER);
        return KpiAnswer.ask(
                "mine", kpi, new KpiLibrary(NAMES), Options.NONE.with("every", "week"), new KpiAnswer.Engine() {
                    @Override
                    public Asked ask(QuestionKind kind, Options options) {
                        return Asking.ask(kind, options, both.history(kind.unit(options)));
                    }

                    @Override
                    public People who(QuestionKind kind, Options options, String cell) {
                        return Asking.who(kind, options, both.history(kind.unit(options)), cell);
                    }
                });
    }
}
