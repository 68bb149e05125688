package perennial.server.web.overview;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.core.calendar.Every;
import perennial.server.web.Figures;
import perennial.store.Workspace;
import perennial.store.goal.StoredGoals;

/// What the numbers of the overview are wanted to be, each by week and by month.
record Targets(Map<String, BigDecimal> all) {
    static Targets of(Workspace workspace) {
        return new Targets(new StoredGoals(workspace).all());
    }

    /// The name under which the goal of a number is kept.
    static String name(Kpi kpi, Every every) {
        return kpi.word() + " by " + every;
    }

    OptionalDouble of(Kpi kpi, Every every) {
        return found(kpi, every)
                .map(target -> OptionalDouble.of(target.doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    private Optional<BigDecimal> found(Kpi kpi, Every every) {
        return Optional.ofNullable(all.get(name(kpi, every)));
    }

    /// As it is typed: a share in percent.
    String typed(Kpi kpi, Every every) {
        return found(kpi, every)
                .map(target -> (kpi.isCount() ? target : target.movePointRight(2)).stripTrailingZeros())
                .map(BigDecimal::toPlainString)
                .orElse("");
    }

    /// Reads what was typed; nothing takes the goal away.
    ///
    /// @throws IllegalArgumentException saying what would do
    static Optional<BigDecimal> read(Kpi kpi, Every every, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal most = BigDecimal.valueOf(kpi.isCount() ? 1_000_000_000L : 100);
        if (!text.matches("[0-9]{1,10}(\\.[0-9]{1,4})?") || new BigDecimal(text).compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "The goal of “" + kpi.title(every) + "” is a number from 0 to " + Figures.whole(most.longValue())
                            + (kpi.isCount() ? "" : " percent") + ", such as 3.5; was \"" + text + "\"");
        }
        var target = new BigDecimal(text);
        return Optional.of(kpi.isCount() ? target : target.movePointLeft(2));
    }
}
