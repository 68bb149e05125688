package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static perennial.store.opinion.EngineOn.table;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import perennial.core.question.BadOption;

/// A table worked by hand: what came after an event of a session, and what before.
class PathsByHandTest {
    private static final String COLUMNS = "step event next customers sessions state";

    // Four sessions: ada's Home Home Search Buy and, a day later, Home Search Home Buy; bo's Home alone (a mail of ours
    // is none of his doing), and cy's Search Buy, told of whatever happens around.
    private static final String MARCH = """
            ada | 2026-03-02T10:00 2026-03-02T10:01 | Home   | {"from":"mail"}
            ada | 2026-03-02T10:02                  | Search
            ada | 2026-03-02T10:03                  | Buy
            ada | 2026-03-03T10:00                  | Home   | {"from":"ad"}
            ada | 2026-03-03T10:01                  | Search
            ada | 2026-03-03T10:02                  | Home   | {"from":"site"}
            ada | 2026-03-03T10:03                  | Buy
            bo  | 2026-03-04T10:00                  | Home   | {"from":"ad"}
            bo  | 2026-03-04T10:01                  | Email Sent
            cy  | 2026-03-05T10:00                  | Search
            cy  | 2026-03-05T10:01                  | Buy
            """;

    @Test
    void a_path_is_followed_from_the_first_such_event_of_each_session() throws Exception {
        assertThat(table(MARCH, "paths", COLUMNS, "from-event=Home", "steps=3")).isEqualTo("""
                1 | Home | Search | 1 | 2 | complete
                1 | Home | - | 1 | 1 | complete
                2 | Search | Buy | 1 | 1 | complete
                2 | Search | Home | 1 | 1 | complete
                3 | Buy | - | 1 | 1 | complete
                3 | Home | Buy | 1 | 1 | complete
                """);
    }

    @Test
    void or_back_from_the_last_one() throws Exception {
        assertThat(table(MARCH, "paths", COLUMNS, "to-event=Buy", "steps=2")).isEqualTo("""
                1 | Search | Buy | 2 | 2 | complete
                1 | Home | Buy | 1 | 1 | complete
                2 | Home | Search | 1 | 1 | complete
                2 | Search | Home | 1 | 1 | complete
                2 | - | Search | 1 | 1 | complete
                """);
    }

    @Test
    void without_an_event_it_is_told_from_the_first_of_each_session() throws Exception {
        assertThat(table(MARCH, "paths", COLUMNS, "steps=1")).isEqualTo("""
                1 | Home | Search | 1 | 2 | complete
                1 | Home | - | 1 | 1 | complete
                1 | Search | Buy | 1 | 1 | complete
                """);
    }

    @Test
    void a_longer_silence_makes_longer_sessions_and_the_range_is_of_their_beginnings() throws Exception {
        assertThat(table(MARCH, "paths", COLUMNS, "from-event=Buy", "idle=24h", "until=2026-03-04"))
                .isEqualTo("""
                1 | Buy | - | 1 | 2 | complete
                """);
        assertThat(table(MARCH, "paths", COLUMNS, "until=2026-03-03", "as-of=2026-03-02T10:02:30"))
                .isEqualTo("""
                1 | Home | Search | 1 | 1 | in_progress
                2 | Search | - | 1 | 1 | in_progress
                """);
    }

    @Test
    void groups_are_those_of_the_event_the_path_is_told_of() throws Exception {
        assertThat(table(MARCH, "paths", "group " + COLUMNS, "to-event=Home", "steps=1", "by=property:from"))
                .isEqualTo("""
                ad | 1 | - | Home | 1 | 1 | complete
                mail | 1 | - | Home | 1 | 1 | complete
                site | 1 | Search | Home | 1 | 1 | complete
                """);
    }

    @Test
    void the_engine_says_the_same_in_the_same_order() throws Exception {
        try (var on = new EngineOn(Told.in("UTC", DayOfWeek.MONDAY, MARCH), 0)) {
            for (String one :
                    new String[] {"from-event=Home", "to-event=Buy", "from-event=*", "to-event=*[from = ad]"}) {
                for (String most : new String[] {"1", "2", "20"}) {
                    var options = OpinionOn.options(one, "most=" + most, "idle=24h");
                    assertThat(on.both().engine("paths", options))
                            .isEqualTo(on.both().opinion("paths", options));
                }
            }
        }
    }

    @Test
    void the_people_of_a_move_are_named_where_a_session_ended_too() throws Exception {
        try (var on = new EngineOn(Told.in("UTC", DayOfWeek.MONDAY, MARCH), 0)) {
            var people = on.both()
                    .who("paths", OpinionOn.options("from-event=Home"), "step=1,event=Home,next=(none),customers");
            assertThat(people.owners().toString()).contains("bo").doesNotContain("ada");
        }
    }

    @Test
    void both_ways_at_once_are_refused() throws Exception {
        try (var on = new EngineOn(Told.in("UTC", DayOfWeek.MONDAY, MARCH), 0)) {
            assertThatThrownBy(() -> on.engine("paths", "from-event=Home", "to-event=Buy"))
                    .isInstanceOf(BadOption.class)
                    .hasMessageContaining(
                            "a path is told from an event or up to one, and --from-event is given; leave one out");
            assertThatThrownBy(() -> on.engine("paths", "steps=21"))
                    .isInstanceOf(BadOption.class)
                    .hasMessageContaining("\"21\" is not a whole number of 1 to 20");
        }
    }
}
