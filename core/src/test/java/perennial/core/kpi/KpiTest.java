package perennial.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KpiTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            paying users / active users where plan = "pro"           | "paying users" / "active users" where plan = "pro"
            active-users.customers                                   | active-users.customers
            1 + 2 * 3 - 4 / 5                                        | 1 + 2 * 3 - 4 / 5
            (1 + 2) * 3                                              | (1 + 2) * 3
            1 - (2 - 3)                                              | 1 - (2 - 3)
            (1 - 2) - 3                                              | 1 - 2 - 3
            churn( basis=contract ).value * 100                      | churn(basis = contract).value * 100
            active-users(event = "Order Completed", unit = customer) | active-users(event = "Order Completed", unit = customer)
            """)
    void reads_formulas_and_writes_them_back(String text, String written) {
        Kpi kpi = Kpi.parse(text, Kpi.Unit.NUMBER);
        assertThat(kpi).hasToString(written);
        assertThat(Kpi.parse(written, Kpi.Unit.NUMBER)).isEqualTo(kpi);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1 +", "( 1", "active-users(", "active-users(every)", "1 2", "where plan = pro", "a + * b"})
    void what_is_no_formula_is_refused(String text) {
        assertThatThrownBy(() -> Kpi.parse(text, Kpi.Unit.NUMBER)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "1 + ", "1 * ("})
    void a_formula_nested_too_deeply_is_refused(String again) {
        assertThatThrownBy(() -> Kpi.parse(again.repeat(20_000) + "1", Kpi.Unit.NUMBER))
                .hasMessageStartingWith(
                        "Expected at most 200 brackets, signs and \"not\" within one another at position ");
    }

    @Test
    void a_fault_points_at_its_place() {
        assertThatThrownBy(() -> Kpi.parse("paying users / * 2", Kpi.Unit.NUMBER))
                .hasMessage("""
                        Expected a number, a question with a column such as active-users.customers, or the name of a saved KPI at position 16:
                          paying users / * 2
                                         ^""");
        assertThatThrownBy(() -> Kpi.parse("active-user.customers", Kpi.Unit.NUMBER))
                .hasMessage("""
                        Expected the name of a question before the point (did you mean "active-users"?) at position 1:
                          active-user.customers
                          ^""");
    }
}
