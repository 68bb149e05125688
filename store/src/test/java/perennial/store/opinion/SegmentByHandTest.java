package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.core.history.History;
import perennial.core.question.Unit;
import perennial.core.segment.Roster;

/// Segments worked by hand, judged at the start of 2026-04-01 unless said otherwise: the last 30 dates are those of
/// March from the 2nd on.
class SegmentByHandTest {
    // ada: three orders, one refunded in part; bo: one order in January, then only a mail, which is no activity.
    // cy: a trial, and a contract seven days to the second later; it ended for the price, and cy came back.
    // dee: a trial, and a contract a second too late for seven days.
    private static final String STORY = """
            ada | 2026-01-10                | Order Completed      | 60
            ada | 2026-03-02                | Order Completed      | 40
            ada | 2026-03-31T23:59          | Order Completed      | 20
            ada | 2026-03-31T23:59          | Order Refunded       | 30
            bo  | 2026-01-20                | Order Completed      | 95
            bo  | 2026-03-15                | Email Sent
            cy  | 2026-01-01T10:00:00       | Trial Started
            cy  | 2026-01-08T10:00:00       | Subscription Started
            cy  | 2026-02-01                | Subscription Cancelled | {"reason":"price"}
            cy  | 2026-03-01                | Subscription Started
            dee | 2026-01-01T10:00:00       | Trial Started
            dee | 2026-01-08T10:00:01       | Subscription Started
            ada | 2026-01-01                | plan := "pro"
            bo  | 2026-01-01                | plan := "free"
            bo  | 2026-03-01                | plan := "pro"
            cy  | 2026-05-01                | plan := "team"
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plan = pro                                                       | ada bo
            plan = pro and not inactive for 30 days                          | ada
            plan != pro                                                      | cy
            not plan = pro                                                   | cy dee
            did "Order Completed"                                            | ada bo
            did "Order Completed" in last 30 days                            | ada
            did "Order Completed" at least 2 times in last 30 days           | ada
            did "Order Completed" at least 3 times in last 30 days           |
            did "Order Completed" exactly 1 times                            | bo
            did "Order Completed[value >= 60]" at most 1 times               | ada bo cy dee
            did "Order Completed[value >= 60]" more than 30 days ago         | ada bo
            did "Order Completed" from 2026-01-11 until 2026-01-21           | bo
            did "Email Sent" since 2026-03-15                                | bo
            first did "Order Completed" before 2026-01-11                    | ada
            first did "Order Completed" in last 30 days                      |
            did "Trial Started" then "Subscription Started" within 7 days    | cy
            did "Trial Started" then "Subscription Started"                  | cy dee
            did "Subscription Started" then "Trial Started"                  |
            inactive for 30 days                                             | bo cy dee
            inactive for 31 days                                             | bo dee
            in a life                                                        | cy dee
            life ended with reason "price"                                   | cy
            life ended with reason "other"                                   |
            life ended in last 59 days                                       | cy
            life ended in last 58 days                                       |
            won back                                                         | cy
            won back in last 31 days                                         | cy
            won back in last 30 days                                         |
            rfm recency = 3                                                  | ada
            rfm recency = 1                                                  | bo
            rfm frequency = 3                                                | ada
            rfm monetary = 3                                                 | bo
            not rfm recency in (1, 2, 3, 4, 5)                               | cy dee
            (plan = pro or in a life) and not did "Order Completed"          | cy dee
            """)
    void has_these_members(String segment, String members) throws Exception {
        assertThat(members("2026-04-01", segment)).isEqualTo(members == null ? "" : members);
    }

    @Test
    void what_happened_at_the_instant_or_later_does_not_count() throws Exception {
        assertThat(members("2026-03-02T12:00", "did \"Order Completed\" in last 30 days"))
                .isEmpty();
        assertThat(members("2026-03-02T12:00:00.001", "did \"Order Completed\" in last 30 days"))
                .isEqualTo("ada");
        assertThat(members("2026-02-28", "plan = pro")).isEqualTo("ada");
        assertThat(members("2026-02-15", "in a life")).isEqualTo("dee");
    }

    private static String members(String asOf, String segment) throws Exception {
        try (var engine = new EngineOn(Told.in("UTC", DayOfWeek.MONDAY, STORY), 0)) {
            History all = engine.both().history(Unit.USER);
            History history = all.asOf(all.calendar().parse(asOf));
            List<String> ids = new ArrayList<>();
            Roster.of(history.segments().read(segment), history)
                    .members()
                    .forEachRemaining(member -> ids.add(member.owner().id()));
            return ids.stream().sorted().collect(Collectors.joining(" "));
        }
    }

    // Cohorts by the first event of all. At its first event nobody has done anything, but a plan is known.
    @Test
    void retention_judges_at_entry_unless_told_to_judge_now() throws Exception {
        try (var engine = new EngineOn(Told.in("UTC", DayOfWeek.MONDAY, STORY), 0)) {
            assertThat(sizes(engine, "segment=plan = pro")).isEqualTo("1");
            assertThat(sizes(engine, "segment=plan = pro", "segment-at=now")).isEqualTo("2");
            assertThat(sizes(engine, "segment=plan = pro", "segment-at=2026-02-28"))
                    .isEqualTo("1");
            assertThat(sizes(engine, "segment=did \"*\"")).isEqualTo("0");
            assertThat(sizes(engine, "segment=not did \"*\"")).isEqualTo("4");
            assertThat(sizes(engine, "segment=did \"Trial Started\"", "start=Subscription Started"))
                    .isEqualTo("2");
        }
    }

    private static String sizes(EngineOn engine, String... options) {
        var all = new ArrayList<>(List.of(options));
        all.addAll(List.of("every=year", "periods=0"));
        return engine.engine("retention", all.toArray(String[]::new)).stream()
                .filter(row -> !"all".equals(row.get("cohort")))
                .map(row -> row.get("size"))
                .collect(Collectors.joining(" "));
    }
}
