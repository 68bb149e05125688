package perennial.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Sends one event after the other under a name of its own, and asks for it until the answer counts it: how long a
/// question takes, and how old the answers are.
final class Asker implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String key;
    private long sent;

    Asker(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /// How many events it sent, each accepted.
    long sent() {
        return sent;
    }

    /// Sends and asks for so long, and says what it saw.
    String askFor(int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long[] answered = new long[0];
        long[] counted = new long[0];
        while (System.nanoTime() < end) {
            send();
            long accepted = System.nanoTime();
            boolean isCounted = false;
            while (!isCounted) {
                long began = System.nanoTime();
                isCounted = ask("/api/v1/questions/active-users?every=day&event=Asked" + sent)
                        .contains("\"customers\":1");
                answered = plus(answered, System.nanoTime() - began);
            }
            counted = plus(counted, System.nanoTime() - accepted);
        }
        Arrays.sort(answered);
        Arrays.sort(counted);
        return String.format(
                Locale.ROOT,
                "%,d questions answered in %.1f ms (p50), %.1f (p99), %.1f (most); an event is counted %.1f s after it is accepted (p50), %.1f (most)",
                answered.length,
                IngestBench.ms(answered, 0.5),
                IngestBench.ms(answered, 0.99),
                IngestBench.ms(answered, 1),
                IngestBench.ms(counted, 0.5) / 1000,
                IngestBench.ms(counted, 1) / 1000);
    }

    private static long[] plus(long[] times, long time) {
        long[] more = Arrays.copyOf(times, times.length + 1);
        more[times.length] = time;
        return more;
    }

    private void send() throws IOException, InterruptedException {
        sent++;
        String event = "[{\"type\":\"track\",\"messageId\":\"asked-%d\",\"userId\":\"asker\",\"event\":\"Asked%1$d\"}]"
                .formatted(sent);
        var request = HttpRequest.newBuilder(address.resolve("/api/v1/events"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        check(client.send(request, BodyHandlers.ofString()).statusCode(), "the event");
    }

    private String ask(String question) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(question))
                .header("Authorization", "Bearer " + key)
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        check(answer.statusCode(), question);
        return answer.body();
    }

    private static void check(int status, String what) throws IOException {
        if (status != 200) {
            throw new IOException("The server answered " + status + " to " + what);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
