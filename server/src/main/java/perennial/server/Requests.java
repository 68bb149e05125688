package perennial.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// The requests that are being answered.
@Component
final class Requests implements Filter {
    /// So long may a request that has arrived lie before it is begun.
    private static final Duration LYING = Duration.ofMillis(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long begun;
    private long ended;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        change(() -> begun++);
        try {
            chain.doFilter(request, response);
        } finally {
            change(() -> ended++);
        }
    }

    private void change(Runnable counting) {
        lock.lock();
        try {
            counting.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns when none is being answered and none has begun for a while.
    ///
    /// @param most after which it returns in any case
    void awaitQuiet(Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            boolean isQuiet = false;
            while (!isQuiet && left > 0) {
                long before = ended;
                boolean isIdle = begun == before;
                long waited = isIdle ? Math.min(left, LYING.toNanos()) : left;
                long rest = changed.awaitNanos(waited);
                isQuiet = isIdle && rest <= 0 && begun == before;
                left -= waited - rest;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
