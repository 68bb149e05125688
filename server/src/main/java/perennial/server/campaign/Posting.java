package perennial.server.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import perennial.core.campaign.SendState;
import perennial.core.question.Unit;
import perennial.server.live.LiveWorkspace;
import perennial.store.campaign.Letter;
import perennial.store.campaign.Message;
import perennial.store.campaign.Outbox;

/// Posts the messages of one campaign to its webhook, as long as some are due, in a thread of its own. Each batch goes
/// where the plan and the webhook say by then.
///
/// A batch is noted as being sent in one commit before the first of it leaves, and what became of the messages in
/// another, as the answers come. A message that could not be noted stays as it is, and is uncertain at the next start.
final class Posting implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);

    /// So many are noted as being sent at a time, or those of a second if these are fewer. More would be faster,
    /// and leave more uncertain when the server is killed.
    private static final int BATCH = 200;

    /// So many are on their way at a time.
    private static final int MOST_AT_ONCE = 128;

    private static final long LOOK_MS = 50;
    private static final long LINGER_MS = 5;
    private static final long PAUSE_AFTER_FAILURE_MS = 1_000;

    private final LiveWorkspace live;
    private final String campaign;
    private final Supplier<Optional<Route>> routes;
    private final Backoff backoff;
    private final Predicate<String> isSending;
    private final CountDownLatch closed;
    private final Semaphore slots = new Semaphore(MOST_AT_ONCE);
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private int outstanding;
    private int batch = 1;

    /// Where messages go.
    record Route(WebhookCall call, Pace pace, int perSecond) {}

    /// What became of a message.
    private record Result(Message message, Outbox.Step step) {}

    /// @param routes where messages go now; empty if there is no such webhook any more
    /// @param isSending whether messages of a campaign may still leave; asked before each
    /// @param closed when no more may leave at all
    Posting(
            LiveWorkspace live,
            String campaign,
            Supplier<Optional<Route>> routes,
            Backoff backoff,
            Predicate<String> isSending,
            CountDownLatch closed) {
        this.live = live;
        this.campaign = campaign;
        this.routes = routes;
        this.backoff = backoff;
        this.isSending = isSending;
        this.closed = closed;
    }

    @Override
    public void run() {
        try {
            boolean isMore = true;
            while (isMore || outstanding > 0) {
                isMore = isMore && isOpen() && (outstanding > batch / 2 || begin());
                note();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0 && isSending.test(campaign);
    }

    /// Has the next ones leave; false if there are none, or they cannot be noted: the next turn tries again.
    private boolean begin() throws InterruptedException {
        try {
            Optional<Route> route = routes.get();
            return route.isPresent() && begin(route.get());
        } catch (RuntimeException failure) {
            LOG.warn("Campaign {} sends nothing for a moment: {}", campaign, failure.toString());
            return false;
        }
    }

    private boolean begin(Route route) throws InterruptedException {
        batch = Math.min(BATCH, route.perSecond());
        List<Letter> letters = live.use(() -> live.campaigns()
                .leave(
                        campaign,
                        live.histories().of(Unit.CUSTOMER).asOf(live.clock().millis()),
                        batch));
        outstanding += letters.size();
        for (Letter letter : letters) {
            route.pace().await(closed);
            Thread.startVirtualThread(() -> {
                slots.acquireUninterruptibly();
                try {
                    results.add(new Result(letter.message(), isOpen() ? post(route.call(), letter) : unsent(letter)));
                } finally {
                    slots.release();
                }
            });
        }
        return !letters.isEmpty();
    }

    /// It had not left when the campaign was paused or the server stopped.
    private Outbox.Step unsent(Letter letter) {
        return Outbox.Step.again(live.clock().instant(), letter.message(), "held back before it left");
    }

    private Outbox.Step post(WebhookCall call, Letter letter) {
        Message message = letter.message();
        Answer answer;
        try {
            answer = call.post(letter);
        } catch (RuntimeException bug) { // whatever it was, bytes may have left
            answer = new Answer.Unknown(bug.toString());
        }
        return switch (answer) {
            case Answer.Taken(String detail) -> Outbox.Step.to(SendState.SENT, message, detail);
            case Answer.Refused(String detail) -> Outbox.Step.to(SendState.FAILED, message, detail);
            case Answer.Unknown(String detail) -> Outbox.Step.to(SendState.UNCERTAIN, message, detail);
            case Answer.NotTaken(String detail, Optional<Duration> asked) ->
                backoff.after(message.tries() + 1, asked)
                        .map(wait -> Outbox.Step.again(live.clock().instant().plus(wait), message, detail))
                        .orElseGet(() -> Outbox.Step.to(SendState.FAILED, message, "given up: " + detail));
        };
    }

    /// Commits what became of those that were answered by now; waits a little if there are none.
    private void note() throws InterruptedException {
        List<Result> answered = answered();
        if (answered.isEmpty()) {
            return;
        }
        List<Outbox.Step> steps = answered.stream().map(Result::step).toList();
        List<Message> sent = answered.stream()
                .filter(each -> each.step().to() == SendState.SENT)
                .map(Result::message)
                .toList();
        keep(steps, sent);
        outstanding -= answered.size();
        live.histories().changed();
    }

    /// What was answered by now; for a while others are waited for that follow closely, since each commit takes its
    /// time.
    private List<Result> answered() throws InterruptedException {
        List<Result> answered = new ArrayList<>();
        Optional<Result> next = next(outstanding > 0 ? LOOK_MS : 0);
        while (next.isPresent()) {
            answered.add(next.get());
            results.drainTo(answered);
            next = answered.size() < Math.min(outstanding, batch / 2) ? next(LINGER_MS) : Optional.empty();
        }
        return answered;
    }

    private Optional<Result> next(long withinMs) throws InterruptedException {
        return Optional.ofNullable(results.poll(withinMs, TimeUnit.MILLISECONDS));
    }

    /// Commits, again and again until it is done or the server stops: what happened is known here alone.
    private void keep(List<Outbox.Step> steps, List<Message> sent) throws InterruptedException {
        boolean isKept = false;
        while (!isKept) {
            try {
                live.campaigns().outbox().take(steps, sent);
                isKept = true;
            } catch (IllegalStateException bug) { // trying again would find the same
                throw bug;
            } catch (RuntimeException failure) {
                LOG.warn("What campaign {} sent is not noted yet: {}", campaign, failure.toString());
                if (closed.await(PAUSE_AFTER_FAILURE_MS, TimeUnit.MILLISECONDS)) {
                    throw failure;
                }
            }
        }
    }
}
