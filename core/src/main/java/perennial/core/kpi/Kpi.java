package perennial.core.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A figure of a team's own.
///
/// @param where the segment whose customers alone count, as text
public record Kpi(Formula formula, Optional<String> where, Unit unit) {

    /// What its values are.
    public enum Unit {
        NUMBER,
        PERCENT,
        MONEY,
        DAYS;

        /// The unit of this name.
        ///
        /// @throws BadKpi naming the choices, if there is none
        public static Unit of(String name) {
            return Arrays.stream(values())
                    .filter(unit -> unit.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BadKpi(
                            "\"" + name + "\" is no unit of a KPI; choose one of number, percent, money, days"));
        }

        /// As the command line writes it.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads a formula such as `paying users / active-users.customers where plan = pro`.
    ///
    /// @throws perennial.core.selection.SelectionError pointing at the place
    public static Kpi parse(String text, Unit unit) {
        return new FormulaParser(text).kpi(unit);
    }

    /// The text of the formula; reading it back gives the same.
    @Override
    public String toString() {
        return formula + where.map(segment -> " where " + segment).orElse("");
    }
}
