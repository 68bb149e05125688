package perennial.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.store.access.Role;
import perennial.store.access.Scope;

class ReasonsHttpTest {
    private static final String REPORT = "/reports/cancel-reasons";

    @TempDir
    Path folder;

    private static void left(TestServer server, String user, String reason) throws Exception {
        var answer = server.post(
                "/v1/track",
                "{\"writeKey\":\"%s\",\"userId\":\"%s\",\"event\":\"Subscription Cancelled\",\"messageId\":\"%s\",\"properties\":{\"reason\":\"%s\"}}"
                        .formatted(server.writeKey(), user, user, reason));
        assertThat(answer.statusCode()).isEqualTo(200);
        server.live().catchUp();
    }

    private static int status(TestServer server, Role role) throws Exception {
        return server.get(REPORT, server.browser(role)).statusCode();
    }

    @Test
    void reasons_of_a_list_are_numbers_and_words_that_people_wrote_need_an_analyst() throws Exception {
        try (var server = new TestServer(folder)) {
            left(server, "ada", "price");
            assertThat(status(server, Role.VIEWER)).isEqualTo(200);
            left(server, "bo", "too dear, write to bo@example.com");
            assertThat(status(server, Role.VIEWER)).isEqualTo(403);
            assertThat(status(server, Role.ANALYST)).isEqualTo(200);
            String api = "/api/v1/questions/cancel-reasons";
            assertThat(server.get(api, server.key(Scope.READ)).statusCode()).isEqualTo(403);
            assertThat(server.get(api, server.key(Scope.READ, Scope.PEOPLE)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void more_reasons_than_a_list_has_are_words_that_people_wrote() throws Exception {
        try (var server = new TestServer(folder)) {
            for (int i = 0; i < 100; i++) {
                left(server, "u" + i, "reason " + i);
            }
            assertThat(status(server, Role.VIEWER)).isEqualTo(200);
            left(server, "bo", "one more");
            assertThat(status(server, Role.VIEWER)).isEqualTo(403);
            for (String by : List.of("reason", "property:reason")) {
                String split = "/api/v1/questions/active-users?by=" + by;
                assertThat(server.get(split, server.key(Scope.READ)).statusCode())
                        .isEqualTo(403);
                assertThat(server.get(split, server.key(Scope.READ, Scope.PEOPLE))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
