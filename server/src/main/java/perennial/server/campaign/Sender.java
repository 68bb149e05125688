package perennial.server.campaign;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import perennial.core.question.Unit;
import perennial.server.live.LiveWorkspace;
import perennial.store.campaign.Campaign;
import perennial.store.campaign.Webhook;

/// Looks after the campaigns while the server runs: decides on who enters, ends what is over, and has messages posted
/// that are due. Each campaign posts in a thread of its own, so that a slow receiver holds nobody else up.
@Component
final class Sender implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final long LOOK_MS = 500;
    private static final Duration DECIDING = Duration.ofMinutes(1);

    /// A campaign with nothing to send is looked at again after this, whatever is known of it.
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private static final Duration TIME_OUT = Duration.ofSeconds(10);

    private final LiveWorkspace live;
    private final Connection connection =
            new Connection(InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault(), TIME_OUT);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Instant> decided = new HashMap<>();
    private final Map<String, Instant> resting = new HashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Map<String, Thread> posting = new HashMap<>();
    private final Map<Webhook, Pace> paces = new ConcurrentHashMap<>();
    private volatile Set<String> sending = Set.of();
    private Optional<Thread> looking = Optional.empty();

    Sender(LiveWorkspace live) {
        this.live = live;
    }

    @Override
    public void start() {
        looking = Optional.of(Thread.ofPlatform().daemon().name("campaigns").start(this::lookAfter));
    }

    /// What is on its way is waited for.
    @Override
    public void stop() {
        closed.countDown();
        try {
            if (looking.isPresent()) {
                looking.get().join();
            }
            for (Thread each : posting.values()) {
                each.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return looking.isPresent() && closed.getCount() > 0;
    }

    private void lookAfter() {
        try {
            boolean isRecovered = false;
            do {
                try {
                    if (!isRecovered) {
                        live.campaigns().outbox().recover();
                        isRecovered = true;
                    }
                    look();
                } catch (RuntimeException failure) { // tried anew, whatever it was: a disk may be full for a while
                    LOG.warn("Campaigns stand still for a moment: {}", failure.toString());
                }
            } while (!closed.await(LOOK_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Instant now = live.clock().instant();
        List<Campaign> all = live.campaigns().plans().all();
        Set<String> open = new HashSet<>();
        for (Campaign each : all) {
            settleOnce(each, now);
            if (each.isSending(now) && !each.plan().isCsv()) {
                open.add(each.name());
            }
        }
        sending = Set.copyOf(open);
        resting.keySet().retainAll(open);
        for (Campaign each : all) {
            decideOnce(each, now);
            if (open.contains(each.name())) {
                post(each, now);
            }
        }
    }

    /// What waits when a campaign is over is skipped, once what was on its way is told.
    private void settleOnce(Campaign campaign, Instant now) {
        if (campaign.isOver(now) && !isPosting(campaign) && !settled.contains(campaign.name())) {
            live.campaigns().settle(campaign.name());
            settled.add(campaign.name());
        }
    }

    private boolean isPosting(Campaign campaign) {
        return Optional.ofNullable(posting.get(campaign.name()))
                .filter(Thread::isAlive)
                .isPresent();
    }

    /// Who enters is decided on once a minute.
    private void decideOnce(Campaign campaign, Instant now) {
        boolean isDue = Optional.ofNullable(decided.get(campaign.name()))
                .filter(last -> last.plus(DECIDING).isAfter(now))
                .isEmpty();
        if (campaign.plan().isEntering() && campaign.isSending(now) && isDue) {
            decided.put(campaign.name(), now);
            int entered = live.use(() -> live.campaigns()
                    .decide(campaign.name(), live.histories().of(Unit.CUSTOMER).asOf(now.toEpochMilli())));
            if (entered > 0) {
                resting.remove(campaign.name());
                live.histories().changed();
            }
        }
    }

    private void post(Campaign campaign, Instant now) {
        if (isPosting(campaign)) {
            return;
        }
        if (posting.containsKey(campaign.name())) { // it found nothing more to send
            posting.remove(campaign.name());
            resting.put(campaign.name(), restUntil(campaign, now));
        }
        boolean isResting = Optional.ofNullable(resting.get(campaign.name()))
                .filter(until -> until.isAfter(now))
                .isPresent();
        if (!isResting && route(campaign).isPresent()) {
            posting.put(
                    campaign.name(),
                    Thread.ofPlatform()
                            .daemon()
                            .name("campaign " + campaign.name())
                            .start(turn(campaign.name())));
        }
    }

    private Posting turn(String campaign) {
        return new Posting(
                live,
                campaign,
                () -> route(live.campaigns().plans().named(campaign)),
                Backoff.USUAL,
                name -> sending.contains(name),
                closed);
    }

    private Optional<Posting.Route> route(Campaign campaign) {
        return live.campaigns().webhooks().find(campaign.plan().channel()).map(this::route);
    }

    private Posting.Route route(Webhook webhook) {
        return new Posting.Route(
                new WebhookCall(webhook, connection, TIME_OUT, live.clock()),
                paces.computeIfAbsent(webhook, each -> new Pace(each.perSecond())),
                webhook.perSecond());
    }

    private Instant restUntil(Campaign campaign, Instant now) {
        Instant latest = now.plus(LONGEST_REST);
        return live.campaigns()
                .outbox()
                .nextDue(campaign.name())
                .filter(due -> due.isBefore(latest))
                .orElse(latest);
    }
}
