package perennial.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import perennial.core.answer.Cell;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.question.Asked;
import perennial.core.question.BadOption;
import perennial.core.question.Options;
import perennial.core.question.People;
import perennial.core.question.QuestionKind;

/// Worked by hand. Active: 200 in January, 100 in February so far, none yet in March. Buyers: 50, 30 and none yet.
class KpiAnswerTest {
    private final Map<String, Kpi> saved = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();

    private final KpiLibrary library = new KpiLibrary(new SavedKpis() {
        @Override
        public Optional<Saved> find(String name) {
            return Optional.ofNullable(saved.get(name)).map(kpi -> new Saved(name, 1, kpi));
        }

        @Override
        public List<String> names() {
            return List.copyOf(saved.keySet());
        }
    });

    private final KpiAnswer.Engine engine = new KpiAnswer.Engine() {
        @Override
        public Asked ask(QuestionKind kind, Options options) {
            asked.add(kind.name() + new TreeMap<>(options.given()));
            List<Row> rows = switch (kind.name()) {
                case "active-users" -> options.text("event").isPresent() ? counted(50, 30) : counted(200, 100);
                case "lifecycle" -> List.of(counted(20, 10).getFirst());
                case "funnel" -> throw new BadOption("step", "give at least two");
                case "retention" ->
                    List.of(Row.of(new Counts(1))
                            .key("cohort", "2026-01-01")
                            .index("n", 1)
                            .count("returned", 0)
                            .state(State.COMPLETE));
                default -> List.of();
            };
            return new Asked(
                    kind.name(),
                    new LinkedHashMap<>(),
                    List.of("A rule."),
                    List.of(),
                    ZoneId.of("UTC"),
                    Instant.EPOCH,
                    rows);
        }

        @Override
        public People who(QuestionKind kind, Options options, String cell) {
            Asked answer = ask(kind, options);
            return new People(answer, answer.rows().getFirst(), cell, 0, List.of());
        }
    };

    private static List<Row> counted(long january, long february) {
        var counts = new Counts(january, february, 0);
        return List.of(
                Row.of(counts).key("period", "2026-01-01").count("customers", 0).state(State.COMPLETE),
                Row.of(counts).key("period", "2026-02-01").count("customers", 1).state(State.IN_PROGRESS),
                Row.of(counts, State.NOT_YET)
                        .key("period", "2026-03-01")
                        .count("customers", 2)
                        .state(State.NOT_YET));
    }

    private Asked answer(String formula) {
        return KpiAnswer.ask("mine", Kpi.parse(formula, Kpi.Unit.NUMBER), library, Options.NONE, engine);
    }

    private String firstValue(String formula) {
        return String.valueOf(answer(formula).rows().getFirst().cells().get("value"));
    }

    @Test
    void a_quotient_shows_its_two_sides_and_the_state_of_the_least_complete() {
        assertThat(answer("active-users(event = Bought) / active-users.customers")
                        .rows())
                .map(Row::toString)
                .containsExactly(
                        "{period=Key[text=2026-01-01], numerator=Real[number=50.0], denominator=Real[number=200.0],"
                                + " value=Real[number=0.25], state=Judged[state=complete]}",
                        "{period=Key[text=2026-02-01], numerator=Real[number=30.0], denominator=Real[number=100.0],"
                                + " value=Real[number=0.3], state=Judged[state=in_progress]}",
                        "{period=Key[text=2026-03-01], numerator=Missing[], denominator=Missing[], value=Missing[],"
                                + " state=Judged[state=not_yet]}");
    }

    @Test
    void signs_bind_as_in_school_and_a_question_is_asked_once() {
        assertThat(firstValue("active-users + 2 * active-users - 10 / 4")).isEqualTo("Real[number=597.5]");
        assertThat(asked).containsExactly("active-users{every=[month]}");
    }

    @Test
    void a_division_by_nothing_is_undefined_not_zero() {
        assertThat(firstValue("active-users / (active-users - active-users)")).isEqualTo("Missing[]");
    }

    @Test
    void saved_kpis_bring_their_formulas_and_segments_along() {
        saved.put("buyers", Kpi.parse("active-users(event = Bought) where country = Germany", Kpi.Unit.NUMBER));
        answer("buyers / active-users where plan = pro");
        assertThat(asked)
                .containsExactly(
                        "active-users{event=[Bought], every=[month], segment=[(country = Germany) and (plan = pro)]}",
                        "active-users{every=[month], segment=[plan = pro]}");
    }

    @Test
    void a_kpi_cannot_contain_itself_or_one_that_is_not_there() {
        saved.put("one", Kpi.parse("two + 1", Kpi.Unit.NUMBER));
        saved.put("two", Kpi.parse("active-users", Kpi.Unit.NUMBER));
        assertThatThrownBy(() -> library.requireSavable("two", Kpi.parse("one * 2", Kpi.Unit.NUMBER)))
                .hasMessage("The KPI \"two\" would contain itself: one in two; leave it out of one of them");
        assertThatThrownBy(() -> library.requireSavable("three", Kpi.parse("oned", Kpi.Unit.NUMBER)))
                .hasMessage("There is no KPI or question \"oned\" (did you mean \"one\"?); saved KPIs: one, two");
        assertThatThrownBy(() -> library.requireSavable("churn", Kpi.parse("1", Kpi.Unit.NUMBER)))
                .hasMessage("\"churn\" is a question; choose another name");
    }

    @Test
    void rows_of_another_kind_and_columns_that_are_not_there_are_refused() {
        assertThatThrownBy(() -> answer("retention.returned / active-users.customers"))
                .hasMessage("retention.returned has a row for each cohort and n, but active-users.customers one for"
                        + " each period; only rows of the same kind can be calculated with:\n"
                        + "  retention.returned / active-users.customers\n"
                        + "                       ^");
        assertThatThrownBy(() -> answer("active-users.money"))
                .hasMessage("The rows of active-users have no column \"money\"; they have period, customers, state");
        assertThatThrownBy(() -> answer("1 + 1"))
                .hasMessage("The formula 1 + 1 asks no question; name one such as active-users.customers");
    }

    @Test
    void periods_of_different_lengths_are_not_joined_and_not_saved() {
        String formula = "active-users(every = day) / active-users";
        String fault = """
                The periods of active-users(every = day) are each a day, those of active-users each a month; give both\
                 the same "every":
                  active-users(every = day) / active-users
                                              ^""";
        assertThatThrownBy(() -> answer(formula)).hasMessage(fault);
        assertThatThrownBy(() -> library.requireSavable("share", Kpi.parse(formula, Kpi.Unit.NUMBER)))
                .hasMessage(fault);
        Asked byDay = KpiAnswer.ask(
                "mine", Kpi.parse(formula, Kpi.Unit.NUMBER), library, Options.NONE.with("every", "day"), engine);
        assertThat(byDay.rows()).hasSize(3);
    }

    @Test
    void of_a_period_that_a_question_does_not_have_nothing_is_known() {
        assertThat(answer("lifecycle.customers / active-users").rows())
                .map(row -> row.cells().get("value"))
                .containsExactly(new Cell.Real(0.1), new Cell.Missing(), new Cell.Missing());
    }

    @Test
    void an_option_missing_in_a_term_is_told_at_its_place() {
        assertThatThrownBy(() -> answer("active-users / funnel")).hasMessage("""
                        step of funnel: give at least two; in a formula write funnel(step = SELECTION, step = SELECTION):
                          active-users / funnel
                                         ^""");
    }

    @Test
    void people_are_those_of_one_side() {
        Kpi kpi = Kpi.parse("active-users(event = Bought) / active-users", Kpi.Unit.PERCENT);
        assertThat(KpiAnswer.who(kpi, library, Options.NONE, engine, "period=2026-01-01,numerator")
                        .count())
                .isEqualTo("period=2026-01-01,customers");
        assertThat(asked.getLast()).startsWith("active-users{event=[Bought]");
        assertThatThrownBy(() -> KpiAnswer.who(kpi, library, Options.NONE, engine, "period=2026-01-01"))
                .hasMessageStartingWith("--who: the value is calculated from several numbers");
    }
}
