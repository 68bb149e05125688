package perennial.server.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.answer.State;
import perennial.server.web.Figures;

/// The picture of a funnel: of those whose time is over, how many came to each step.
final class FunnelSteps {
    private FunnelSteps() {}

    static Chart of(Answered answer) {
        List<Row> rows = answer.rows().stream()
                .filter(row -> row.state() == State.COMPLETE)
                .toList();
        List<Chart.Steps.Step> steps = new ArrayList<>();
        long before = 0;
        long first = 0;
        for (Row row : rows) {
            long count = Rows.count(row, "customers");
            boolean isFirst = Rows.key(row, "step").equals("1");
            first = isFirst ? count : first;
            double share = Answered.real(row, "value");
            steps.add(new Chart.Steps.Step(
                    Rows.key(row, "event"),
                    Figures.whole(count),
                    Double.isNaN(share) ? "" : Figures.percent(share),
                    isFirst || Rows.real(row, "low").isEmpty()
                            ? ""
                            : Figures.interval(Answered.real(row, "low"), Answered.real(row, "high")),
                    first == 0 ? 0 : Math.round(1000.0 * count / first),
                    isFirst || before == 0
                            ? Optional.empty()
                            : Optional.of(Figures.whole(before - count) + " did not get here ("
                                    + Figures.percent(1 - (double) count / before) + ")"),
                    isFirst || Rows.real(row, "median_seconds").isEmpty()
                            ? Optional.empty()
                            : Optional.of("half of the others within "
                                    + Figures.span(Answered.real(row, "median_seconds")) + " of the first step"),
                    answer.who(row, "customers")));
            before = count;
        }
        return new Chart.Steps(steps);
    }
}
