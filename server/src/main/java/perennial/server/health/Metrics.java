package perennial.server.health;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import perennial.server.live.LiveWorkspace;
import perennial.store.ingest.Intake;
import perennial.store.ingest.QualityLog;

/// The figures of the server. How calls fared is counted in the workspace, so that these go on over a new start.
@Component
public final class Metrics {
    /// The upper ends of the classes in which the times of commits are counted.
    private static final Duration[] COMMIT_BOUNDS = LongStream.of(
                    5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final LiveWorkspace live;
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();

    Metrics(LiveWorkspace live) {
        this.live = live;
        Timer commits = Timer.builder("perennial.commit")
                .description("Commits of events that waited together")
                .serviceLevelObjectives(COMMIT_BOUNDS)
                .register(registry);
        live.intake().onCommit(commits::record);
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
