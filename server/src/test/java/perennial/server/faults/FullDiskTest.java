package perennial.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.campaign.Balance;
import perennial.server.Waiting;
import perennial.server.campaign.Lapsed;
import perennial.server.campaign.Receiver;
import perennial.store.Workspace;
import perennial.store.access.Keys;
import perennial.store.access.Scope;
import perennial.store.campaign.Campaigns;

/// A server whose disk is full for a while.
class FullDiskTest {
    private static final int LARGE_EVENTS = 400;
    private static final int LARGE_BYTES = 3_000;
    private static final int CUSTOMERS = 10_000;

    private static final List<String> CALLS = List.of(
            "/v1/batch 429 {'writeKey':'%1$s','batch':[{'type':'track','userId':'ada','event':'Saw','messageId':'%2$s'}]}",
            "/batch/ 503 {'api_key':'%1$s','batch':[{'distinct_id':'ada','event':'Saw','uuid':'%2$s'}]}",
            "/track 503 [{'event':'Saw','properties':{'token':'%1$s','distinct_id':'ada','$insert_id':'%2$s'}}]",
            "/2/httpapi 503 {'api_key':'%1$s','events':[{'event_type':'Saw','user_id':'ada','insert_id':'%2$s'}]}",
            "/api/v1/events 503 [{'type':'track','userId':'ada','event':'Saw','messageId':'%2$s'}]");

    @TempDir
    Path folder;

    @Test
    void senders_are_told_to_come_again_and_it_goes_on_by_itself_when_there_is_room() throws Exception {
        Path workspace = folder.resolve("workspace");
        String key = Served.newKey(workspace);
        var sender = new Sender(0, key, 1);
        try (Served server = Served.start(workspace)) {
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 20; i++) {
                    assertThat(sender.send(server)).isTrue();
                }
                server.process().limitFiles("" + (1_000 + 20_000 * round));
                assertThat(Stream.generate(() -> sent(sender, server))
                                .limit(1_000)
                                .anyMatch(taken -> !taken))
                        .as("one of a thousand sends is refused")
                        .isTrue();
                for (String call : CALLS) {
                    String[] parts = call.split(" ", 3);
                    String body = parts[2].replace('\'', '"').formatted(key, "0-" + Integer.MAX_VALUE);
                    var answer = server.post(parts[0], body, key);
                    assertThat(answer.statusCode()).as(parts[0]).isEqualTo(Integer.parseInt(parts[1]));
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                }
                assertThat(server.get("/health/ready", key).statusCode()).isEqualTo(503);
                server.process().limitFiles("unlimited");
                assertThat(sender.send(server)).as("there is room again").isTrue();
                assertThat(server.get("/health/ready", key).statusCode()).isEqualTo(200);
                assertThat(server.get("/api/v1/questions/active-users", key).statusCode())
                        .isEqualTo(200);
            }
            server.stop();
        }
        Ledger ledger = Ledger.of(workspace, List.of(sender));
        ledger.requireExact();
        assertThat(ledger.stored()).isEqualTo(ledger.acknowledged());
    }

    /// The write-ahead log fits, the file it is folded into does not: the database gives itself up, although the commit
    /// holds.
    @Test
    void it_goes_on_and_knows_what_it_stored_after_the_database_gave_itself_up() throws Exception {
        Path workspace = folder.resolve("workspace");
        String key = Served.newKey(workspace);
        var random = new Random(4);
        long stored = 0;
        try (Served server = Served.start(workspace)) {
            server.process().limitFiles("20000000");
            int requests = 0;
            while (server.post("/api/v1/events", large(requests, random), key).statusCode() == 200) {
                stored += LARGE_EVENTS;
                requests++;
                assertThat(requests).as("the disk is full at last").isLessThan(200);
            }
            assertThat(server.get("/health/ready", key).statusCode()).isEqualTo(503);
            server.process().limitFiles("unlimited");
            for (int i = 1; i <= 2; i++) {
                var answer = server.post("/api/v1/events", large(requests + i, random), key);
                assertThat(answer.statusCode()).as("there is room again").isEqualTo(200);
                assertThat(answer.body()).doesNotContain("duplicate");
                stored += LARGE_EVENTS;
            }
            assertThat(server.get("/health/ready", key).statusCode()).isEqualTo(200);
            assertThat(server.get("/api/v1/questions/active-users", key).statusCode())
                    .isEqualTo(200);
            server.stop();
        }
        try (var opened = Workspace.open(workspace, Clock.systemUTC())) {
            long found = opened.read("counting", connection -> {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("SELECT count(*) FROM events")) {
                    row.next();
                    return row.getLong(1);
                }
            });
            assertThat(found).as("what was answered with success").isEqualTo(stored);
        }
    }

    /// What was taken while nothing could be noted is known to the server alone, and noted when there is room.
    @Test
    void a_campaign_stands_still_and_goes_on_with_no_message_sent_twice_lost_or_unknown() throws Exception {
        Path workspace = folder.resolve("workspace");
        Lapsed.make(workspace, CUSTOMERS, Clock.systemUTC());
        String key;
        try (var made = Workspace.open(workspace, Clock.systemUTC())) {
            key = new Keys(made).make("reader", Set.of(Scope.READ)).text();
        }
        var received = new CopyOnWriteArrayList<Receiver.Received>();
        try (var receiver = Receiver.keeping(received)) {
            Lapsed.launch(workspace, receiver.address(), 100_000, Clock.systemUTC());
            try (Served server = Served.start(workspace)) {
                Waiting.until(() -> !received.isEmpty());
                server.process().limitFiles("1000");
                int still = standing(received);
                assertThat(still).as("when the disk was full").isLessThan(CUSTOMERS / 2);
                server.process().limitFiles("unlimited");
                while (!server.get("/api/v1/campaigns/" + Lapsed.CAMPAIGN, key)
                        .body()
                        .contains("\"pending\":0,")) {
                    Waiting.aMoment();
                }
                server.stop();
            }
        }
        try (var opened = Workspace.open(workspace, Clock.systemUTC())) {
            Balance balance = new Campaigns(opened).balance(Lapsed.CAMPAIGN);
            assertThat(balance.holds()).as(balance.toString()).isTrue();
            assertThat(balance.sent())
                    .as(balance.toString())
                    .isEqualTo(CUSTOMERS - balance.holdout())
                    .isEqualTo(received.size());
            assertThat(received.stream().map(Receiver.Received::key)).doesNotHaveDuplicates();
        }
    }

    /// How many came when no more come for two seconds.
    private static int standing(List<Receiver.Received> received) throws InterruptedException {
        int before = -1;
        while (received.size() > before) {
            before = received.size();
            for (int i = 0; i < 100; i++) {
                Waiting.aMoment();
            }
        }
        return before;
    }

    /// Many events of random text, which takes as much room as it is long.
    private static String large(int request, Random random) {
        return IntStream.range(0, LARGE_EVENTS)
                .mapToObj(i -> """
                        {"type":"track","event":"Saw","messageId":"%d-%d","userId":"ada","properties":{"text":"%s"}}""".formatted(request, i, text(random)))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Random random) {
        byte[] bytes = new byte[LARGE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean sent(Sender sender, Served server) {
        try {
            return sender.send(server);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
