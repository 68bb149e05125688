package perennial.server.health;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import perennial.server.live.LiveWorkspace;
import perennial.store.ingest.Intake;
import perennial.store.ingest.QualityLog;

/// The figures of the server. How calls fared is counted in the workspace, so that these go on over a new start.
@Component
public final class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final LiveWorkspace live;
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();

    Metrics(LiveWorkspace live) {
        this.live = live;
        FunctionTimer.builder(
                        "perennial.commit", live.intake(), Intake::commits, Intake::commitMs, TimeUnit.MILLISECONDS)
                .description("Commits of events that waited together")
                .register(registry);
        Gauge.builder("perennial.waiting.rows", live.intake(), Intake::waiting)
                .description("Rows that wait to be stored")
                .register(registry);
        Gauge.builder(
                        "perennial.behind.seconds",
                        live,
                        each -> each.histories().behind().toMillis() / 1000.0)
                .description("For how long something was stored that answers do not count yet")
                .register(registry);
    }

    /// Answers a question and notes how long that took.
    public <T> T timed(String question, Supplier<T> answering) {
        return timer(question).record(answering);
    }

    private Timer timer(String question) {
        return Timer.builder("perennial.question")
                .description("Answers to questions")
                .tag("question", question)
                .register(registry);
    }

    /// All figures as Prometheus reads them.
    String text() {
        live.use(() -> new QualityLog(live.workspace()).totals())
                .forEach(total -> count(total).set(total.count()));
        return registry.scrape();
    }

    private AtomicLong count(QualityLog.Total total) {
        return calls.computeIfAbsent(total.source() + "\n" + total.kind(), _ -> {
            var count = new AtomicLong();
            FunctionCounter.builder("perennial.calls", count, AtomicLong::doubleValue)
                    .description("Calls by how they fared")
                    .tag("source", total.source())
                    .tag("fared", total.kind().name().toLowerCase(Locale.ROOT))
                    .register(registry);
            return count;
        });
    }
}
