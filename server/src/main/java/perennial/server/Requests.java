package perennial.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// The requests that are being answered.
@Component
final class Requests implements Filter {
    /// So long may a request that has arrived lie before it is begun.
    private static final long QUIET_MS = 100;

    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        begun.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            ended.incrementAndGet();
        }
    }

    /// Returns when none is being answered and none has begun for a while.
    ///
    /// @param looks after which it returns in any case
    void awaitQuiet(int looks) {
        try {
            long before = -1;
            for (int i = 0; i < looks && before != ended.get(); i++) {
                before = begun.get();
                Thread.sleep(QUIET_MS);
                before = begun.get() == before ? before : -1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
