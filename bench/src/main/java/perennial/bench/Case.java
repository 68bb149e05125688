package perennial.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.question.Asked;
import perennial.core.question.Options;

/// One line of the table: a question as a user asks it, and the SQL that gives one number of its answer.
///
/// @param options the values of a repeated one in lines
/// @param sql name of the file with the second opinion
/// @param hasDayTable whether a (customer, day) table can answer it too
/// @param sqlMillions events up to which the SQL ends in reasonable time
/// @param figure the number of the answer that the SQL gives
record Case(
        String title,
        String question,
        Map<String, String> options,
        Kind kind,
        String sql,
        boolean hasDayTable,
        int sqlMillions,
        ToLongFunction<Asked> figure) {
    /// What is promised of it, and what of its limit.
    enum Kind {
        SET,
        SEQUENCE
    }

    /// Whether the promise for 100 million events is kept; nothing is promised of fewer.
    String judged(double warmSeconds, double timesRaw, long events) {
        double most = kind == Kind.SEQUENCE || title.contains("365 x 365") ? 0.2 : 0.02;
        double least = kind == Kind.SEQUENCE ? 25 : 100;
        if (events < 100_000_000) {
            return "";
        }
        return (warmSeconds <= most ? "" : "missed: over %.2f s ".formatted(most))
                + (timesRaw >= least ? "" : "missed: under %.0f times ".formatted(least))
                + (warmSeconds <= most && timesRaw >= least ? "kept" : "");
    }

    /// Its options as a question reads them.
    Options asked() {
        Options all = Options.NONE;
        for (Map.Entry<String, String> option : options.entrySet()) {
            for (String value : option.getValue().split("\n")) {
                all = all.with(option.getKey(), value);
            }
        }
        return all;
    }

    static final List<Case> ALL = List.of(
            new Case(
                    "active users, each day",
                    "active-users",
                    Map.of("every", "day"),
                    Kind.SET,
                    "active-users-day",
                    true,
                    1000,
                    sum("customers")),
            new Case(
                    "active users, 28 days up to each day",
                    "active-users",
                    Map.of("every", "day", "rolling", "28"),
                    Kind.SET,
                    "active-users-rolling",
                    true,
                    10,
                    sum("customers")),
            new Case(
                    "acquisition by month",
                    "acquisition",
                    Map.of(),
                    Kind.SET,
                    "acquisition-month",
                    true,
                    1000,
                    sum("new")),
            new Case(
                    "lifecycle by week",
                    "lifecycle",
                    Map.of(),
                    Kind.SET,
                    "lifecycle-week",
                    true,
                    1000,
                    sum("reactivated")),
            new Case(
                    "stickiness by month",
                    "stickiness",
                    Map.of(),
                    Kind.SET,
                    "stickiness-month",
                    true,
                    1000,
                    sum("mau")),
            new Case(
                    "frequency, days of a year",
                    "frequency",
                    Map.of("from", "2025-01-01"),
                    Kind.SET,
                    "frequency-year",
                    true,
                    1000,
                    asked -> asked.rows().stream()
                            .mapToLong(row -> index(row, "periods") * number(row, "customers"))
                            .sum()),
            new Case(
                    "adoption of one event by month",
                    "adoption",
                    Map.of("feature", "Event 17"),
                    Kind.SEQUENCE,
                    "adoption-month",
                    false,
                    1000,
                    sum("first_time")),
            new Case(
                    "retention by week, first time",
                    "retention",
                    Map.of("periods", "52"),
                    Kind.SET,
                    "retention-week",
                    true,
                    1000,
                    cells("returned")),
            new Case(
                    "retention by day, recurring, 365 x 365",
                    "retention",
                    Map.of("every", "day", "entry", "recurring", "periods", "364"),
                    Kind.SET,
                    "retention-day-recurring",
                    true,
                    10,
                    cells("returned")),
            new Case(
                    "reactivation by month",
                    "reactivation",
                    Map.of(),
                    Kind.SET,
                    "reactivation-month",
                    true,
                    1000,
                    sum("reactivated")),
            new Case("churn by month, usage", "churn", Map.of(), Kind.SET, "churn-month", true, 1000, sum("churned")),
            new Case("inactivity", "inactivity", Map.of(), Kind.SEQUENCE, "inactivity", true, 1000, asked -> -1),
            new Case(
                    "win-back by month, usage",
                    "winback",
                    Map.of("basis", "usage"),
                    Kind.SEQUENCE,
                    "winback-usage",
                    true,
                    1000,
                    sum("won_back")),
            new Case(
                    "return curve, usage",
                    "return-curve",
                    Map.of("basis", "usage"),
                    Kind.SEQUENCE,
                    "return-curve",
                    true,
                    1000,
                    sum("returned")),
            new Case(
                    "cancel reasons by month",
                    "cancel-reasons",
                    Map.of(),
                    Kind.SEQUENCE,
                    "cancel-reasons",
                    false,
                    1000,
                    sum("ended")),
            new Case(
                    "active users, each hour of a week",
                    "active-users",
                    Map.of("every", "hour", "from", "2025-07-01", "until", "2025-07-08"),
                    Kind.SEQUENCE,
                    "active-users-hour",
                    false,
                    1000,
                    sum("customers")),
            new Case(
                    "retention in own weeks of 7 x 24 h",
                    "retention",
                    Map.of("window", "24h", "periods", "52"),
                    Kind.SEQUENCE,
                    "retention-24h",
                    false,
                    1000,
                    cells("returned")),
            new Case(
                    "active users of one event and property",
                    "active-users",
                    Map.of("event", "Event 1[category = 3]"),
                    Kind.SEQUENCE,
                    "active-users-filtered",
                    false,
                    1000,
                    sum("customers")),
            new Case(
                    "funnel of 3 steps within 7 days",
                    "funnel",
                    Map.of("step", "Event 1\nEvent 2\nEvent 3"),
                    Kind.SEQUENCE,
                    "funnel",
                    false,
                    1000,
                    asked -> number(asked.rows().get(2), "customers")),
            new Case(
                    "sessions by month",
                    "sessions",
                    Map.of("every", "month"),
                    Kind.SEQUENCE,
                    "sessions-month",
                    false,
                    1000,
                    sum("sessions")),
            new Case(
                    "traffic by month",
                    "traffic",
                    Map.of(),
                    Kind.SEQUENCE,
                    "sessions-month",
                    false,
                    1000,
                    sum("sessions")),
            new Case(
                    "paths from an event, 5 moves",
                    "paths",
                    Map.of("from-event", "Event 1", "most", "1000000"),
                    Kind.SEQUENCE,
                    "paths",
                    false,
                    1,
                    sum("sessions")),
            new Case(
                    "at risk, by the own rhythm",
                    "at-risk",
                    Map.of("limit", "1000000"),
                    Kind.SEQUENCE,
                    "at-risk",
                    true,
                    1000,
                    asked -> asked.rows().size()));

    private static ToLongFunction<Asked> sum(String count) {
        return asked ->
                asked.rows().stream().mapToLong(row -> number(row, count)).sum();
    }

    /// The sum over the cells of all cohorts, without the pooled row.
    private static ToLongFunction<Asked> cells(String count) {
        return asked -> asked.rows().stream()
                .filter(row -> !row.cells().get("cohort").equals(new Cell.Key("all")))
                .mapToLong(row -> number(row, count))
                .sum();
    }

    private static long index(Row row, String name) {
        return row.cells().get(name) instanceof Cell.Index(int number) ? number : 0;
    }

    private static long number(Row row, String count) {
        return Optional.ofNullable(row.cells().get(count))
                .filter(Cell.Count.class::isInstance)
                .map(Cell.Count.class::cast)
                .map(Cell.Count::number)
                .orElse(0L);
    }
}
