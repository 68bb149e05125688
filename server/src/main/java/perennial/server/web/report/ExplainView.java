package perennial.server.web.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import perennial.core.question.Explained;
import perennial.core.question.Unit;
import perennial.server.web.Figures;
import perennial.store.answer.Explanation;

/// The sum from the events that are stored to those a report rests on.
///
/// @param lines from the first to the last, each taken off what stands above it
/// @param counted what is left
/// @param close the address of the report without it
public record ExplainView(String range, List<Line> lines, String counted, Line owners, String close) {
    /// The parameter of an address that asks for it.
    static final String ASKED = "explain";

    /// One line of the sum.
    public record Line(String words, String number) {}

    static ExplainView of(Explanation explanation, Unit unit, ZoneId zone, String close) {
        Explained of = explanation.of();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Events stored", Figures.whole(explanation.stored())));
        explanation
                .leftOut()
                .forEach((filter, events) -> off(lines, "Left out by the filter “" + filter + "”", events));
        off(lines, nobodys(unit), explanation.nobodys());
        off(lines, "Received too late to be known then", of.unknown());
        off(lines, "Not the customer's own doing", of.passive());
        off(lines, "Other events than asked for", of.others());
        off(lines, "Of customers outside the segment", of.outside());
        return new ExplainView(
                "From " + Figures.moment(Instant.ofEpochMilli(of.span().from()), zone) + " to "
                        + Figures.moment(Instant.ofEpochMilli(of.span().until()), zone),
                lines,
                Figures.whole(of.counted()),
                new Line(owners(unit), Figures.whole(of.owners())),
                close);
    }

    /// What takes nothing off is not said.
    private static void off(List<Line> lines, String words, long events) {
        if (events > 0) {
            lines.add(new Line(words, "− " + Figures.whole(events)));
        }
    }

    private static String owners(Unit unit) {
        return switch (unit) {
            case VISITOR -> "Visitors who did them";
            case USER -> "Users who did them";
            case CUSTOMER -> "Customers who did them";
        };
    }

    private static String nobodys(Unit unit) {
        return switch (unit) {
            case VISITOR -> "Of nobody, or arrived in the last seconds";
            case USER, CUSTOMER -> "Of visitors who never became known, or arrived in the last seconds";
        };
    }
}
