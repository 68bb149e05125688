package perennial.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A client with a ledger: which events it has sent, and of which it was told that they are stored. What it
/// was not told of it sends again.
final class Sender {
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final int SECONDS = 28 * 86_400;
    private static final int USERS = 500;
    private static final int MOST_EVENTS = 40;

    private final int number;
    private final String key;
    private final Random random;
    private final BitSet acknowledged = new BitSet();
    private int made;
    private Optional<Request> unknown = Optional.empty();

    /// Some events after one another, in one of the protocols.
    private record Request(int first, int until, int protocol) {}

    /// An event; its number says all there is in it.
    record Event(String messageId, String user, Instant time) {}

    Sender(int number, String key, long seed) {
        this.number = number;
        this.key = key;
        random = new Random(seed);
    }

    Event event(int n) {
        int some = Math.floorMod(new Random(number * 1_000_000_007L + n).nextInt(), Integer.MAX_VALUE);
        return new Event(number + "-" + n, "u" + some % USERS, FEBRUARY.plusSeconds(some % SECONDS));
    }

    /// How many events were ever sent.
    int made() {
        return made;
    }

    BitSet acknowledged() {
        return acknowledged;
    }

    /// Sends what is unknown, else something new; now and then what is known already.
    ///
    /// @return whether it was told that all is stored; false if it has to come again
    /// @throws IOException if it was told nothing
    boolean send(Served server) throws IOException, InterruptedException {
        Request request = unknown.orElseGet(this::next);
        unknown = Optional.of(request);
        var answer = server.post(path(request), body(request), key);
        if (answer.statusCode() == 429 || answer.statusCode() == 503) {
            return false;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("refused", "conflicting");
        acknowledged.set(request.first(), request.until());
        unknown = random.nextInt(20) == 0 ? unknown : Optional.empty();
        return true;
    }

    private Request next() {
        int first = made;
        made += 1 + random.nextInt(MOST_EVENTS);
        return new Request(first, made, random.nextInt(3));
    }

    private static String path(Request request) {
        return switch (request.protocol()) {
            case 0 -> "/v1/batch";
            case 1 -> "/2/httpapi";
            default -> "/api/v1/events";
        };
    }

    private String body(Request request) {
        return switch (request.protocol()) {
            case 0 -> "{\"writeKey\":\"" + key + "\",\"batch\":[" + segment(request, ",") + "]}";
            case 1 -> "{\"api_key\":\"" + key + "\",\"events\":[" + amplitude(request) + "]}";
            default -> segment(request, "\n");
        };
    }

    private String segment(Request request, String between) {
        return IntStream.range(request.first(), request.until())
                .mapToObj(this::event)
                .map(each -> """
                        {"type":"track","event":"Saw","messageId":"%s","userId":"%s","timestamp":"%s"}""".formatted(each.messageId(), each.user(), each.time()))
                .collect(Collectors.joining(between));
    }

    private String amplitude(Request request) {
        return IntStream.range(request.first(), request.until())
                .mapToObj(this::event)
                .map(each ->
                        """
                        {"event_type":"Saw","insert_id":"%s","user_id":"%s","time":%d}""".formatted(each.messageId(), each.user(), each.time().toEpochMilli()))
                .collect(Collectors.joining(","));
    }
}
