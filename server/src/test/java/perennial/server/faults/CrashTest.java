package perennial.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server killed while clients send, again and again. `-Dperennial.kills=N` kills it more often, `-Dperennial.seed=N`
/// at other moments.
class CrashTest {
    private static final int KILLS = Integer.getInteger("perennial.kills", 3);
    private static final long SEED = Long.getLong("perennial.seed", 1);
    private static final int SENDERS = 8;
    private static final int MOST_REQUESTS = 150;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Semaphore requests = new Semaphore(0);

    @Test
    void all_that_was_acknowledged_is_stored_once_however_often_the_server_is_killed() throws Exception {
        Path workspace = folder.resolve("workspace");
        String key = Served.newKey(workspace);
        List<Sender> senders = IntStream.range(0, SENDERS)
                .mapToObj(i -> new Sender(i, key, SEED * SENDERS + i))
                .toList();
        Map<String, Long> answered;
        try (var threads = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < KILLS; i++) {
                if (i % 4 == 3) {
                    killWhileItStarts(workspace);
                } else {
                    killUnderLoad(workspace, senders, threads);
                }
            }
            try (Served server = Served.start(workspace)) {
                for (Sender sender : senders) {
                    assertThat(sender.send(server)).isTrue();
                }
                answered = usersByDay(server, key);
                server.stop();
            }
        }
        Ledger ledger = Ledger.of(workspace, senders);
        System.out.println("Killed " + KILLS + " times: " + ledger);
        ledger.requireExact();
        assertThat(ledger.stored()).as("nothing is unknown at the end").isEqualTo(ledger.acknowledged());
        assertThat(answered).isEqualTo(Ledger.usersByDay(workspace)).isNotEmpty();
    }

    private void killWhileItStarts(Path workspace) throws IOException, InterruptedException {
        try (var process = Served.starting(workspace)) {
            process.runsOn(random.nextInt(3_000));
        }
    }

    private void killUnderLoad(Path workspace, List<Sender> senders, ExecutorService threads) throws Exception {
        List<Future<Integer>> sending = new ArrayList<>();
        try (Served server = Served.start(workspace)) {
            requests.drainPermits();
            senders.forEach(sender -> sending.add(threads.submit(() -> sendOn(sender, server))));
            requests.acquire(1 + random.nextInt(MOST_REQUESTS));
            server.process().runsOn(random.nextInt(30));
            server.process().close();
            for (Future<Integer> each : sending) {
                each.get();
            }
        }
    }

    /// Sends until the server is gone; how many requests it took.
    private int sendOn(Sender sender, Served server) throws InterruptedException {
        int taken = 0;
        try {
            while (sender.send(server)) {
                taken++;
                requests.release();
            }
            throw new AssertionError("The server turned a sender away, though it is not overloaded");
        } catch (IOException gone) {
            return taken;
        }
    }

    /// As the server answers.
    private static Map<String, Long> usersByDay(Served server, String key) throws IOException, InterruptedException {
        var answer =
                server.get("/api/v1/questions/active-users?every=day&from=2026-02-01&until=2026-03-01&format=csv", key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, Long> days = new TreeMap<>();
        for (String line :
                answer.body().lines().filter(each -> each.startsWith("2026-")).toList()) {
            String[] cells = line.split(",");
            days.put(cells[0], Long.valueOf(cells[1]));
        }
        return days;
    }
}
