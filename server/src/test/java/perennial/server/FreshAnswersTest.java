package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.answer.Rows;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Asked;
import perennial.core.question.Options;
import perennial.core.question.Unit;
import perennial.core.segment.Segment;

class FreshAnswersTest {
    @TempDir
    Path folder;

    private static Asked active(TestServer server, String... options) {
        Options given = Options.NONE;
        for (int i = 0; i < options.length; i += 2) {
            given = given.with(options[i], options[i + 1]);
        }
        return server.live().answers().ask(Catalogue.named("active-users"), given);
    }

    private static long last(Asked asked) {
        return Rows.count(asked.rows().getLast(), "customers");
    }

    private static void saw(TestServer server, String user, String plan) throws IOException {
        server.post(
                "/v1/track",
                "{\"writeKey\":\"%s\",\"userId\":\"%s\",\"event\":\"Saw\",\"messageId\":\"%s\",\"timestamp\":\"2026-01-05T12:00:00Z\"}"
                        .formatted(server.writeKey(), user, user));
        server.post(
                "/v1/identify",
                "{\"writeKey\":\"%s\",\"userId\":\"%s\",\"messageId\":\"of %s\",\"traits\":{\"plan\":\"%s\"}}"
                        .formatted(server.writeKey(), user, user, plan));
        server.live().catchUp();
    }

    @Test
    void an_answer_is_worked_out_once_until_something_is_stored() throws Exception {
        try (var server = new TestServer(folder)) {
            saw(server, "ada", "pro");
            Waiting.until(
                    () -> { // once the look at what came is over
                        Asked first = active(server, "every", "month", "until", "2026-02-01");
                        assertThat(last(first)).isEqualTo(1);
                        return active(server, "every", "month", "until", "2026-02-01")
                                        .rows()
                                == first.rows();
                    });
            saw(server, "bo", "free");
            assertThat(last(active(server, "every", "month", "until", "2026-02-01")))
                    .isEqualTo(2);
        }
    }

    @Test
    void an_answer_for_a_segment_follows_what_is_saved_under_its_name() throws Exception {
        try (var server = new TestServer(folder)) {
            saw(server, "ada", "pro");
            saw(server, "bo", "pro");
            saw(server, "cy", "free");
            server.live().answers().saveSegment("mine", Segment.parse("plan = pro"));
            assertThat(last(active(server, "segment", "mine", "until", "2026-02-01", "every", "month")))
                    .isEqualTo(2);
            assertThat(server.live()
                            .answers()
                            .members("mine", Unit.USER, Optional.empty())
                            .size())
                    .isEqualTo(2);
            server.live().answers().saveSegment("mine", Segment.parse("plan = free"));
            assertThat(last(active(server, "segment", "mine", "until", "2026-02-01", "every", "month")))
                    .isEqualTo(1);
            assertThat(server.live()
                            .answers()
                            .members("mine", Unit.USER, Optional.empty())
                            .size())
                    .isEqualTo(1);
        }
    }

    @Test
    void what_was_acknowledged_is_soon_in_the_answers() throws Exception {
        try (var server = new TestServer(folder)) {
            assertThat(server.live().histories().of(Unit.USER).names()).isEmpty();
            server.post(
                    "/v1/track",
                    "{\"writeKey\":\"%s\",\"userId\":\"u\",\"event\":\"Saw\",\"messageId\":\"m\"}"
                            .formatted(server.writeKey()));
            Waiting.until(() -> !server.live().histories().of(Unit.USER).names().isEmpty());
            assertThat(server.live().histories().of(Unit.USER).names()).containsExactly("Saw");
        }
    }
}
