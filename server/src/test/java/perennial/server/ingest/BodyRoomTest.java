package perennial.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import perennial.server.TestServer;

class BodyRoomTest {
    private static final Limits MOST = Limits.OWN;

    private final BodyRoom room = new BodyRoom(100 * 1024 * BodyRoom.COST);

    @Test
    void bodies_beyond_the_room_are_told_to_come_again_and_find_it_when_others_have_gone() throws Exception {
        try (var later = room.place()) {
            try (var first = room.place()) {
                first.grow(60 * 1024);
                assertThatThrownBy(() -> later.grow(50 * 1024))
                        .isInstanceOfSatisfying(
                                Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.OVERLOADED))
                        .hasMessage("Too many large requests are being read; send it again a little later");
                later.grow(40 * 1024);
            }
            later.grow(60 * 1024);
            assertThatThrownBy(() -> later.grow(1))
                    .as("no wait will help")
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.TOO_LARGE));
        }
        try (var whole = room.place()) {
            whole.grow(100 * 1024);
        }
    }

    @Test
    void what_a_body_becomes_when_it_is_unpacked_takes_room_too() throws Exception {
        byte[] small = TestServer.gzip(json(50 * 1024));
        byte[] large = TestServer.gzip(json(150 * 1024));
        try (var place = room.place()) {
            assertThat(Body.of(small, MOST, place).object()).isNotNull();
        }
        try (var place = room.place()) {
            assertThatThrownBy(() -> Body.of(large, MOST, place))
                    .hasMessageStartingWith("The request needs more memory");
        }
    }

    @Test
    void what_a_body_is_made_of_takes_room_by_its_values() throws Exception {
        String numbers = "{\"a\":[" + "1,".repeat(8_000) + "1]}";
        try (var place = room.place()) {
            assertThatThrownBy(() -> Body.of(numbers.getBytes(StandardCharsets.UTF_8), MOST, place))
                    .hasMessageStartingWith("The request needs more memory");
        }
        try (var place = room.place()) {
            assertThat(Body.of(json(numbers.length()), MOST, place).object()).isNotNull();
        }
    }

    private static byte[] json(int length) {
        return ("{\"a\":\"" + "x".repeat(length) + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
