package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.calendar.Every;
import perennial.core.question.Asked;
import perennial.core.question.Options;
import perennial.core.random.RawHistory;
import perennial.core.reconcile.Metric;
import perennial.core.reconcile.Reconciliation;
import perennial.core.reconcile.Theirs;
import perennial.core.selection.SelectionParser;
import perennial.store.event.Filters;

/// Their numbers are made by plain SQL under another reading of the same events; the reading is found again.
class ReconciliationTest {
    // In Berlin, ada and cy also act after midnight, which is still the day before in UTC. Visitor x never becomes
    // known.
    private static final RawHistory BERLIN = Told.in("Europe/Berlin", DayOfWeek.MONDAY, """
            ada | 2026-03-02 2026-03-04T00:30 2026-03-08 | Opened
            bo  | 2026-03-02 2026-03-03 2026-03-09       | Opened
            cy  | 2026-03-05T00:10 2026-03-06            | Opened
            ~x  | 2026-03-03 2026-03-06T00:20 2026-03-07 | Opened
            dee | 2026-03-02 2026-03-07 2026-03-10 2026-03-20 | Email Sent
            eve | 2026-03-07                             | Opened
            eve | 2026-03-09                             | Email Sent
            bo  | 2026-03-14T12:00 2026-03-20            | Opened
            fay | 2026-03-07 2026-03-14                  | Opened
            """);

    private static RawHistory in(String zone, DayOfWeek weekStart) {
        return new RawHistory(ZoneId.of(zone), weekStart, BERLIN.events(), BERLIN.links(), BERLIN.traits());
    }

    private static Asked reconciled(
            RawHistory other, Metric metric, Every every, String periodColumn, String column, String... theirOptions)
            throws Exception {
        String[] options = new String[theirOptions.length + 2];
        System.arraycopy(theirOptions, 0, options, 0, theirOptions.length);
        options[theirOptions.length] = "every=" + every;
        options[theirOptions.length + 1] = "until=2026-03-15";
        SequencedMap<Theirs.Place, Double> numbers = new LinkedHashMap<>();
        try (var opinion = new OpinionOn(other)) {
            for (Map<String, String> row : opinion.ask(metric.kind().name(), OpinionOn.options(options))) {
                String period = row.getOrDefault(periodColumn, "");
                String number = row.getOrDefault(column, "-");
                if (!period.equals("all") && !number.equals("-")) {
                    numbers.put(
                            new Theirs.Place(LocalDate.parse(period), Integer.parseInt(row.getOrDefault("n", "0"))),
                            Double.valueOf(number));
                }
            }
        }
        try (var engine = new EngineOn(BERLIN, 0)) {
            return Reconciliation.of(
                    metric,
                    new Theirs(numbers),
                    every,
                    Options.NONE,
                    engine.both().histories(),
                    List.of(),
                    Optional.empty(),
                    List.of());
        }
    }

    private static double sum(Asked asked, String column) {
        return asked.rows().stream()
                .map(Row::cells)
                .map(cells -> cells.getOrDefault(column, new Cell.Missing()))
                .mapToDouble(cell -> cell instanceof Cell.Real(double number) ? Math.abs(number) : 0)
                .sum();
    }

    @Test
    void another_zone_is_found_and_explains_all() throws Exception {
        Asked asked = reconciled(in("UTC", DayOfWeek.MONDAY), Metric.ACTIVE_USERS, Every.DAY, "period", "customers");
        assertThat(sum(asked, "difference")).isEqualTo(2);
        assertThat(sum(asked, "unexplained")).isZero();
        assertThat(asked.rules())
                .contains("Best explained: they cut their days in the zone UTC. That explains 100 %; nothing remains.");
    }

    @Test
    void visitors_in_another_zone_are_two_causes_together() throws Exception {
        Asked asked = reconciled(
                in("UTC", DayOfWeek.MONDAY), Metric.ACTIVE_USERS, Every.DAY, "period", "customers", "unit=visitor");
        assertThat(sum(asked, "unexplained")).isZero();
        assertThat(asked.rules())
                .contains("Best explained: they count each visitor as one, and cut their days in the zone UTC."
                        + " That explains 100 %; nothing remains.");
    }

    @Test
    void weeks_from_sunday_are_held_beside_ours_from_monday() throws Exception {
        Asked asked = reconciled(
                in("Europe/Berlin", DayOfWeek.SUNDAY), Metric.ACTIVE_USERS, Every.WEEK, "period", "customers");
        assertThat(sum(asked, "difference")).isPositive();
        assertThat(asked.rules())
                .contains("Best explained: they begin the week on Sunday. That explains 100 %; nothing remains.");
    }

    /// Both acted on the shared device x before and after they were known; zed alone never did.
    private static final RawHistory SHARED = Told.in("UTC", DayOfWeek.MONDAY, """
            ~x      | 2026-03-02T08:00                       | Opened
            ~x=ada  | 2026-03-02T09:00 2026-03-04T09:00      | Opened
            ~x=bo   | 2026-03-02T10:00 2026-03-04T10:00      | Opened
            ada     | 2026-03-03                             | Opened
            bo      | 2026-03-03                             | Opened
            zed     | 2026-03-02 2026-03-03                  | Opened
            """);

    private static Asked reconciled(RawHistory ours, SequencedMap<Theirs.Place, Double> theirs, String... filtered)
            throws Exception {
        try (var engine = new EngineOn(ours, 0)) {
            for (String condition : filtered) {
                new Filters(engine.workspace()).add("internal", SelectionParser.condition(condition));
            }
            return Reconciliation.of(
                    Metric.ACTIVE_USERS,
                    new Theirs(theirs),
                    Every.DAY,
                    Options.NONE,
                    engine.both().histories(),
                    List.of(),
                    Optional.empty(),
                    List.of());
        }
    }

    private static SequencedMap<Theirs.Place, Double> days(double... numbers) {
        SequencedMap<Theirs.Place, Double> days = new LinkedHashMap<>();
        for (double number : numbers) {
            days.put(new Theirs.Place(LocalDate.parse("2026-03-02").plusDays(days.size()), 0), number);
        }
        return days;
    }

    @Test
    void ids_their_tool_never_linked_are_found() throws Exception {
        // By id: x, ada, bo, zed; then ada, bo, zed; then ada, bo. By user: ada, bo, zed; the same; ada, bo.
        assertThat(reconciled(SHARED, days(4, 3, 2)).rules())
                .contains("Best explained: they count each id as one, linked to no other."
                        + " That explains 100 %; nothing remains.");
    }

    @Test
    void users_their_tool_joined_because_they_share_a_device_are_found() throws Exception {
        assertThat(reconciled(SHARED, days(2, 2, 1)).rules())
                .contains("Best explained: they count all users ever seen on one device as one."
                        + " That explains 100 %; nothing remains.");
    }

    @Test
    void what_our_filters_leave_out_is_found() throws Exception {
        RawHistory tested = Told.in("UTC", DayOfWeek.MONDAY, """
                ada | 2026-03-02 2026-03-03            | Opened | {"robot":"no"}
                bo  | 2026-03-02 2026-03-03 2026-03-04 | Opened | {"robot":"yes"}
                cy  | 2026-03-03 2026-03-04            | Opened | {"robot":"no"}
                """);
        Asked asked = reconciled(tested, days(2, 3, 2), "robot = yes");
        assertThat(sum(asked, "difference")).isEqualTo(3);
        assertThat(asked.rules())
                .contains("Best explained: they count what our filters leave out (internal)."
                        + " That explains 100 %; nothing remains.");
    }

    @Test
    void passive_events_are_found() throws Exception {
        Asked asked = reconciled(BERLIN, Metric.ACTIVE_USERS, Every.DAY, "period", "customers", "event=* | Email Sent");
        assertThat(asked.rules())
                .contains("Best explained: they count passive events such as \"Email Sent\"."
                        + " That explains 100 %; nothing remains.");
    }

    @Test
    void retention_by_another_rule_is_found() throws Exception {
        Asked asked = reconciled(BERLIN, Metric.RETENTION, Every.DAY, "cohort", "returned", "rule=on-or-after");
        assertThat(sum(asked, "difference")).isPositive();
        assertThat(asked.rules())
                .contains("Best explained: they count a return in period n or any later one."
                        + " That explains 100 %; nothing remains.");
    }

    @Test
    void numbers_that_agree_need_no_reading() throws Exception {
        Asked asked = reconciled(BERLIN, Metric.ACTIVE_USERS, Every.DAY, "period", "customers");
        assertThat(asked.rules()).endsWith("All of them agree.");
        assertThat(sum(asked, "ours")).isPositive();
    }

    @Test
    void what_no_reading_explains_is_said() throws Exception {
        SequencedMap<Theirs.Place, Double> numbers = new LinkedHashMap<>();
        numbers.put(new Theirs.Place(LocalDate.parse("2026-03-02"), 0), 90.0);
        numbers.put(new Theirs.Place(LocalDate.parse("2026-03-03"), 0), 90.0);
        numbers.put(new Theirs.Place(LocalDate.parse("2027-03-03"), 0), 1.0);
        try (var engine = new EngineOn(BERLIN, 0)) {
            Asked asked = Reconciliation.of(
                    Metric.EVENTS,
                    new Theirs(numbers),
                    Every.DAY,
                    Options.NONE,
                    engine.both().histories(),
                    List.of(),
                    Optional.empty(),
                    List.of("Imports refused 3 rows."));
            // Events of the two days: ada and bo; bo and x.
            assertThat(asked.rules())
                    .contains(
                            "Compared: 2 of their 3 numbers; the others are of periods without a complete number of ours.",
                            "Difference in all, without sign: 176.",
                            "None of the readings tried explains a tenth of it.",
                            "Imports refused 3 rows.");
        }
    }
}
