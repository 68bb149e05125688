package perennial.app.show;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.answer.State;
import perennial.core.calendar.Every;
import perennial.core.question.Asked;
import perennial.core.question.Option;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;

/// Answers small enough to check by eye.
final class HandMade {
    private HandMade() {}

    static Asked answer(String question, Row... rows) {
        var parameters = new LinkedHashMap<Option, List<String>>();
        parameters.put(Scope.every(Every.DAY), List.of("month"));
        parameters.put(QuestionKind.UNIT, List.of("user"));
        return new Asked(
                question,
                parameters,
                List.of("Active means any event but the passive ones.", "Periods are local calendar months."),
                List.of(),
                ZoneId.of("Europe/Berlin"),
                Instant.parse("2026-03-15T23:00:00Z"),
                List.of(rows));
    }

    static Row active(String period, long customers, State state) {
        return numbers(customers).key("period", period).count("customers", 0).state(state);
    }

    static Row flows(String period, long fresh, long returning, long reactivated, long dormant, State state) {
        return numbers(fresh, returning, reactivated, dormant)
                .key("period", period)
                .count("new", 0)
                .count("returning", 1)
                .count("reactivated", 2)
                .count("dormant", 3)
                .count("active", 0, 1, 2)
                .state(state);
    }

    static Row back(String period, long inactive, long reactivated, State state) {
        return numbers(inactive, reactivated)
                .key("period", period)
                .count("inactive", 0)
                .count("reactivated", 1)
                .share(new Share(reactivated, inactive), state);
    }

    static Row backBy(int day, long atRisk, long returned, State state) {
        return numbers(atRisk, returned)
                .index("day", day)
                .count("at_risk", 0)
                .count("returned", 1)
                .share(new Share(returned, atRisk), state);
    }

    static Row retained(String cohort, int n, long size, long returned, State state) {
        return numbers(size, returned)
                .key("cohort", cohort)
                .index("n", n)
                .count("size", 0)
                .count("eligible", 0)
                .count("returned", 1)
                .share(new Share(returned, size), state);
    }

    private static Row.Builder numbers(long... boxes) {
        return Row.of(new Counts(boxes));
    }
}
