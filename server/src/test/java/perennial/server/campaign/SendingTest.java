package perennial.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.core.campaign.Balance;
import perennial.core.campaign.Reason;
import perennial.core.campaign.SendState;
import perennial.core.question.Unit;
import perennial.server.TestServer;
import perennial.server.Waiting;
import perennial.store.HandClock;
import perennial.store.campaign.Campaigns;
import perennial.store.campaign.Message;
import perennial.store.campaign.PlanDocument;
import perennial.store.json.Json;

class SendingTest {
    private static final int CUSTOMERS = 200;
    private static final int NEW = 20;
    private static final int FEW = 20;
    private static final int FAST = 100_000;
    private static final Clock NOON = Clock.fixed(TestServer.NOON, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path launched(Receiver receiver) {
        Path workspace = folder.resolve("workspace");
        Lapsed.make(workspace, CUSTOMERS, NOON);
        Lapsed.launch(workspace, receiver.address(), 100_000, NOON);
        return workspace;
    }

    /// Returns when no message waits or is on its way.
    private static Balance settled(Campaigns campaigns) throws InterruptedException {
        Balance balance = campaigns.balance(Lapsed.CAMPAIGN);
        while (balance.pending() > 0) {
            Waiting.aMoment();
            balance = campaigns.balance(Lapsed.CAMPAIGN);
            assertThat(balance.holds()).as(balance.toString()).isTrue();
        }
        return balance;
    }

    @Test
    void every_message_of_a_launched_campaign_leaves_once_signed_and_with_all_that_it_may_say() throws Exception {
        var received = new CopyOnWriteArrayList<Receiver.Received>();
        try (var receiver = Receiver.keeping(received);
                var server = TestServer.on(launched(receiver), NOON)) {
            Campaigns campaigns = server.live().campaigns();
            Balance balance = settled(campaigns);
            assertThat(balance.sent()).isEqualTo(CUSTOMERS - balance.holdout()).isEqualTo(received.size());
            assertThat(received.stream().map(Receiver.Received::key)).doesNotHaveDuplicates();
            Message first = campaigns.messages(Lapsed.CAMPAIGN).stream()
                    .filter(each -> each.state() == SendState.SENT)
                    .filter(each -> each.decision().customer().id().endsWith("2"))
                    .findFirst()
                    .orElseThrow();
            Receiver.Received message = received.stream()
                    .filter(each -> each.key().equals(first.decision().id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(Json.parse(message.body()).text())
                    .isEqualTo(
                            ("{\"arm\":\"letter\",\"campaign\":\"spring\",\"code\":\"%s\",\"customer\":{\"id\":\"%s\",\"kind\":\"user\"},"
                                            + "\"daysAway\":55,\"decision\":\"%s\",\"favouriteCategory\":\"shoes\",\"lastProduct\":\"Boots\",\"life\":1,"
                                            + "\"offer\":{\"name\":\"discount\",\"text\":\"20 %% off\"},\"traits\":{\"plan\":\"pro\"},\"version\":1}")
                                    .formatted(
                                            first.decision().code().orElseThrow(),
                                            first.decision().customer().id(),
                                            first.decision().id()));
            String secret = campaigns.webhooks().find("crm").orElseThrow().secret();
            assertThat(message.header("Perennial-Signature"))
                    .isEqualTo("v1=" + hmac(secret, message.header("Perennial-Timestamp") + "." + message.body()));
            assertThat(message.header("Perennial-Timestamp"))
                    .isEqualTo(String.valueOf(TestServer.NOON.getEpochSecond()));
            assertThat(server.rows("SELECT count(*) FROM events WHERE name = 'Message Sent'"))
                    .containsExactly(String.valueOf(balance.sent()));
        }
    }

    private static String hmac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void only_what_was_not_taken_for_sure_is_tried_again() throws Exception {
        Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        Receiver.Manner manner = message -> {
            String customer = message.customer();
            int time = tries.computeIfAbsent(customer, _ -> new AtomicInteger()).incrementAndGet();
            return switch (Integer.parseInt(customer.substring(1)) % 7) {
                case 0 -> time < 3 ? new Receiver.Reply(429, "slow down", "0") : Receiver.Reply.OK;
                case 1 -> time < 2 ? new Receiver.Reply(503, "", "0") : new Receiver.Reply(201, "", "");
                case 2 -> new Receiver.Reply(400, "no such customer", "");
                case 3 -> new Receiver.Reply(500, "", "");
                case 4 -> throw new IOException("hang up");
                case 5 -> new Receiver.Reply(302, "", "");
                default -> Receiver.Reply.OK;
            };
        };
        try (var receiver = new Receiver(manner);
                var server = TestServer.on(launched(receiver), NOON)) {
            settled(server.live().campaigns());
            for (Message each : server.live().campaigns().messages(Lapsed.CAMPAIGN)) {
                if (!each.decision().isTreated()) {
                    continue;
                }
                String customer = each.decision().customer().id();
                int number = Integer.parseInt(customer.substring(1));
                SendState expected = switch (number % 7) {
                    case 2, 5 -> SendState.FAILED;
                    case 3, 4 -> SendState.UNCERTAIN;
                    default -> SendState.SENT;
                };
                assertThat(each.state()).as(customer + " " + each).isEqualTo(expected);
                assertThat(tries.get(customer)).hasValue(number % 7 == 0 ? 3 : number % 7 == 1 ? 2 : 1);
                assertThat(each.tries()).isEqualTo(tries.get(customer).get());
                if (number % 7 == 2) {
                    assertThat(each.detail()).isEqualTo("400 no such customer");
                }
            }
        }
    }

    @Test
    void nothing_leaves_while_it_is_paused_and_what_waits_at_its_end_is_skipped() throws Exception {
        var received = new CopyOnWriteArrayList<Receiver.Received>();
        var clock = new HandClock(TestServer.NOON);
        Receiver.Manner manner = message -> {
            received.add(message);
            return new Receiver.Reply(429, "", "60");
        };
        Path workspace = folder.resolve("workspace");
        Lapsed.make(workspace, CUSTOMERS, clock);
        try (var receiver = new Receiver(manner)) {
            Lapsed.launch(workspace, receiver.address(), 100_000, clock);
            try (var server = TestServer.on(workspace, clock)) {
                Campaigns campaigns = server.live().campaigns();
                Waiting.until(() -> campaigns.messages(Lapsed.CAMPAIGN).stream()
                        .anyMatch(each -> each.state() == SendState.PLANNED && each.tries() > 0));
                campaigns.pause(Lapsed.CAMPAIGN);
                clock.forward(Duration.ofMinutes(2));
                Waiting.until(() -> campaigns.messages(Lapsed.CAMPAIGN).stream()
                        .noneMatch(each -> each.state() == SendState.SENDING || each.state() == SendState.LEASED));
                int before = received.size();
                campaigns.resume(Lapsed.CAMPAIGN);
                Waiting.until(() -> received.size() > before);
                campaigns.stop(Lapsed.CAMPAIGN);
                Balance balance = settled(campaigns);
                assertThat(balance.skipped()).isEqualTo(CUSTOMERS - balance.holdout());
                assertThat(campaigns.messages(Lapsed.CAMPAIGN))
                        .filteredOn(each -> each.decision().isTreated())
                        .allSatisfy(each -> assertThat(each.skipped()).contains(Reason.STOPPED));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm", "other"})
    void messages_that_have_not_left_go_where_the_plan_and_the_webhook_say_by_then(String channel) throws Exception {
        var before = new CopyOnWriteArrayList<Receiver.Received>();
        var after = new CopyOnWriteArrayList<Receiver.Received>();
        var isChanged = new CountDownLatch(1);
        Receiver.Manner manner = message -> {
            before.add(message);
            isChanged.await();
            return Receiver.Reply.OK;
        };
        Path workspace = folder.resolve("workspace");
        Lapsed.make(workspace, CUSTOMERS, NOON);
        try (var first = new Receiver(manner);
                var second = Receiver.keeping(after)) {
            Lapsed.launch(workspace, first.address(), FEW, NOON);
            try (var server = TestServer.on(workspace, NOON)) {
                Campaigns campaigns = server.live().campaigns();
                Waiting.until(() -> !before.isEmpty());
                String secret = campaigns
                        .webhooks()
                        .save(channel, second.address(), FAST, true)
                        .secret();
                campaigns
                        .plans()
                        .save(
                                PlanDocument.read(Lapsed.plan().replace("\"crm\"", "\"" + channel + "\"")),
                                server.live().histories().of(Unit.CUSTOMER));
                isChanged.countDown();
                Balance balance = settled(campaigns);
                assertThat(before.size()).isLessThanOrEqualTo(2 * FEW);
                assertThat(before.size() + after.size())
                        .isEqualTo((int) balance.sent())
                        .isEqualTo((int) (CUSTOMERS - balance.holdout()));
                assertThat(after)
                        .allSatisfy(each -> assertThat(each.header("Perennial-Signature"))
                                .isEqualTo(
                                        "v1=" + hmac(secret, each.header("Perennial-Timestamp") + "." + each.body())));
            }
        }
    }

    @Test
    void who_enters_a_running_campaign_is_decided_on_within_a_minute_and_written_to_once() throws Exception {
        var received = new CopyOnWriteArrayList<Receiver.Received>();
        var clock = new HandClock(TestServer.NOON);
        Path workspace = folder.resolve("workspace");
        Lapsed.make(workspace, CUSTOMERS, clock);
        try (var receiver = Receiver.keeping(received)) {
            String plan = Lapsed.plan().replace("\"holdout\":0.2", "\"holdout\":0.2,\"entering\":true");
            Lapsed.launch(plan, workspace, receiver.address(), 100_000, clock);
            try (var server = TestServer.on(workspace, clock)) {
                Campaigns campaigns = server.live().campaigns();
                assertThat(campaigns.balance(Lapsed.CAMPAIGN).excluded()).isEqualTo(CUSTOMERS);
                for (int hour = 0; hour < 2; hour++) {
                    int before = (int) campaigns.balance(Lapsed.CAMPAIGN).audience();
                    opens(server, hour);
                    clock.forward(Duration.ofHours(1));
                    Waiting.until(() -> campaigns.balance(Lapsed.CAMPAIGN).audience() > before);
                    assertThat(settled(campaigns).audience()).isEqualTo(before + NEW);
                    clock.forward(Duration.ofHours(1));
                }
                Balance balance = settled(campaigns);
                assertThat(balance.holdout()).isBetween(1L, 2L * NEW - 1);
                assertThat(balance.sent())
                        .isEqualTo(2 * NEW - balance.holdout())
                        .isEqualTo(received.size());
                assertThat(received.stream().map(Receiver.Received::customer))
                        .doesNotHaveDuplicates()
                        .allMatch(id -> id.startsWith("new"));
            }
        }
    }

    /// Has new customers be there, as answers count them.
    private static void opens(TestServer server, int hour) throws IOException {
        for (int i = 0; i < NEW; i++) {
            String event = "[{\"type\":\"track\",\"userId\":\"new%d-%d\",\"event\":\"Opened\"}]".formatted(hour, i);
            assertThat(server.post("/api/v1/events", event, "Authorization", "Bearer " + server.writeKey())
                            .statusCode())
                    .isEqualTo(200);
        }
        server.live().catchUp();
    }
}
