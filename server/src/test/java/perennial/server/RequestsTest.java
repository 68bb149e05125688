package perennial.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Waiting for the requests that are being answered.
class RequestsTest {
    private static final ServletRequest REQUEST = none(ServletRequest.class);
    private static final ServletResponse RESPONSE = none(ServletResponse.class);

    private final Requests requests = new Requests();
    private final List<String> order = new CopyOnWriteArrayList<>();

    /// One that is only handed on.
    private static <T> T none(Class<T> kind) {
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (_, method, _) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }

    private Future<?> answered(ExecutorService threads, FilterChain chain) {
        return threads.submit((Callable<Boolean>) () -> {
            requests.doFilter(REQUEST, RESPONSE, chain);
            return true;
        });
    }

    private void awaitQuiet(Duration most) {
        requests.awaitQuiet(most);
        order.add("quiet");
    }

    @Test
    void it_is_quiet_when_all_are_answered_also_those_that_begin_meanwhile() throws Exception {
        var begun = new CountDownLatch(1);
        var nextBegun = new CountDownLatch(1);
        var waits = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = answered(threads, (_, _) -> {
                begun.countDown();
                await(nextBegun);
                order.add("first answered");
            });
            await(begun);
            var waiter = threads.submit(() -> {
                waits.countDown();
                awaitQuiet(Duration.ofMinutes(5));
            });
            await(waits);
            var next = answered(threads, (_, _) -> {
                nextBegun.countDown();
                join(first);
                order.add("next answered");
            });
            join(next);
            join(waiter);
        }
        assertThat(order).containsExactly("first answered", "next answered", "quiet");
    }

    @Test
    void a_request_that_does_not_end_is_not_waited_for_longer_than_allowed() throws Exception {
        var begun = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var endless = answered(threads, (_, _) -> {
                begun.countDown();
                await(over);
                order.add("answered");
            });
            await(begun);
            awaitQuiet(Duration.ofMillis(20));
            over.countDown();
            join(endless);
        }
        assertThat(order).containsExactly("quiet", "answered");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void join(Future<?> future) {
        try {
            future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
