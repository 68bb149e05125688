package perennial.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.core.campaign.Balance;
import perennial.core.campaign.SendState;
import perennial.server.Waiting;
import perennial.server.campaign.Lapsed;
import perennial.server.campaign.Receiver;
import perennial.store.Workspace;
import perennial.store.access.Keys;
import perennial.store.access.Scope;
import perennial.store.campaign.Campaigns;
import perennial.store.campaign.Message;

/// A server killed while it sends a campaign to a difficult receiver, again and again, until all is sent.
/// `-Dperennial.customers=N` writes to more, `-Dperennial.kills=N` kills it more often, `-Dperennial.seed=N` at other
/// moments.
class CampaignCrashTest {
    private static final int CUSTOMERS = Integer.getInteger("perennial.customers", 1_500);
    private static final int KILLS = Integer.getInteger("perennial.kills", 3);
    private static final long SEED = Long.getLong("perennial.seed", 1);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Semaphore arrivals = new Semaphore(0);

    /// Everything that came, by idempotency key.
    private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();

    /// Those that were told to be taken, or may be thought to be.
    private final Set<String> mayBeTaken = ConcurrentHashMap.newKeySet();

    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final List<String> doubled = new ArrayList<>();
    private final LongAdder turnedAway = new LongAdder();

    /// By the key, so that each server finds it as the one before did.
    private Receiver.Reply difficult(Receiver.Received message) throws IOException, InterruptedException {
        String key = message.key();
        int time = received.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
        arrivals.release();
        int mood = Integer.parseInt(key.substring(0, 4), 16) % 100;
        if (mood < 10 && time == 1) {
            turnedAway.increment();
            return new Receiver.Reply(429, "too fast", "0");
        }
        if (!mayBeTaken.add(key)) {
            synchronized (doubled) {
                doubled.add(key);
            }
        }
        if (mood >= 97) {
            return new Receiver.Reply(500, "broken", "");
        }
        if (mood >= 94) {
            throw new IOException("hang up once the body was read");
        }
        taken.add(key);
        if (mood >= 90) {
            Waiting.aMoment();
        }
        return Receiver.Reply.OK;
    }

    @Test
    void nothing_is_sent_twice_or_lost_however_often_the_server_is_killed() throws Exception {
        Path workspace = folder.resolve("workspace");
        Lapsed.make(workspace, CUSTOMERS, CLOCK);
        String key;
        try (var made = Workspace.open(workspace, CLOCK)) {
            key = new Keys(made).make("reader", Set.of(Scope.READ)).text();
        }
        try (var receiver = new Receiver(this::difficult)) {
            Lapsed.launch(workspace, receiver.address(), 100_000, CLOCK);
            int each = Math.max(1, CUSTOMERS / (KILLS + 1));
            for (int i = 0; i < KILLS; i++) {
                try (Served server = Served.start(workspace)) {
                    arrivals.drainPermits();
                    arrivals.acquire(1 + random.nextInt(each));
                    server.process().runsOn(random.nextInt(30));
                }
                requireBalance(workspace);
            }
            try (Served server = Served.start(workspace)) {
                awaitQuiet(server, key);
                server.stop();
            }
        }
        Balance end = requireBalance(workspace);
        assertThat(end.pending()).isZero();
        assertThat(doubled)
                .as("keys that came again after they may have been taken")
                .isEmpty();
        requireTruth(workspace);
        System.out.println("Killed " + KILLS + " times: " + end + "; turned away " + turnedAway + ", taken "
                + taken.size() + ", doubled " + doubled.size());
    }

    /// Returns when nothing waits any more.
    private static void awaitQuiet(Served server, String key) throws IOException, InterruptedException {
        while (!server.get("/api/v1/campaigns/" + Lapsed.CAMPAIGN, key).body().contains("\"pending\":0,")) {
            Waiting.aMoment();
        }
    }

    private static Balance requireBalance(Path directory) {
        try (var workspace = Workspace.open(directory, CLOCK)) {
            Balance balance = new Campaigns(workspace).balance(Lapsed.CAMPAIGN);
            assertThat(balance.holds()).as(balance.toString()).isTrue();
            assertThat(balance.audience()).isEqualTo(CUSTOMERS);
            return balance;
        }
    }

    /// What is said of each message is true of what was received.
    private void requireTruth(Path directory) {
        try (var workspace = Workspace.open(directory, CLOCK)) {
            Map<SendState, Set<String>> keys = new Campaigns(workspace)
                    .messages(Lapsed.CAMPAIGN).stream()
                            .filter(each -> each.decision().isTreated())
                            .collect(Collectors.groupingBy(
                                    Message::state,
                                    Collectors.mapping(each -> each.decision().id(), Collectors.toSet())));
            Set<String> sent = keys.getOrDefault(SendState.SENT, Set.of());
            Set<String> uncertain = keys.getOrDefault(SendState.UNCERTAIN, Set.of());
            assertThat(keys.keySet()).isSubsetOf(SendState.SENT, SendState.UNCERTAIN);
            assertThat(taken).containsAll(sent);
            assertThat(sent.size() + uncertain.size()).isGreaterThanOrEqualTo(mayBeTaken.size());
            Set<String> unheard = ConcurrentHashMap.newKeySet();
            unheard.addAll(mayBeTaken);
            unheard.removeAll(sent);
            assertThat(uncertain).containsAll(unheard);
        }
    }
}
