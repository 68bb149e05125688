package perennial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import perennial.core.history.History;
import perennial.core.history.Membership;
import perennial.core.history.OwnerSet;
import perennial.core.question.Unit;
import perennial.store.Workspace;
import perennial.store.view.Views;

/// How long it takes to find out who is in a segment: each kind of it, and some together. Alone by `bin/bench segments
/// [MILLIONS]`, on events that are there.
public final class SegmentTimes {
    /// Promised for 100 million events.
    private static final double MOST_SECONDS = 0.3;

    private static final List<String> SEGMENTS = List.of(
            "did \"Event 3\" in last 90 days",
            "did \"Event 3\" at least 2 times in last 90 days",
            "did \"Event 0\" at least 20 times",
            "did \"Event 3[value > 50]\" in last 90 days",
            "did \"Event 3[value > 50]\" at least 2 times",
            "first did \"Event 3\" in last 30 days",
            "did \"Event 0\" then \"Event 3\" within 7 days",
            "inactive for 30 days",
            "in a life",
            "life ended in last 90 days and not won back",
            "rfm recency >= 4",
            "champions",
            "big spenders",
            "inactive for 30 days and (segment \"big spenders\" or did \"Event 3\" at least 5 times)");

    private SegmentTimes() {}

    /// @param arguments where the events are, and how many millions
    public static void main(String[] arguments) throws IOException {
        String millions = arguments.length > 1 ? arguments[1] : "100";
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]).resolve(millions + "m"), Clock.systemUTC());
                var views = new Views(workspace)) {
            System.out.printf(
                    Locale.ROOT,
                    "Machine: %s, %d cores, Java %s%n",
                    Machine.processor(),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version());
            say(views.history(Unit.USER), Long.parseLong(millions) * 1_000_000);
        }
    }

    static void say(History history, long events) {
        System.out.printf(Locale.ROOT, "%n%-90s %9s %9s %12s%n", "segment", "first s", "warm s", "members");
        for (String text : SEGMENTS) {
            Membership membership = history.segments().read(text);
            Repeated<List<long[]>> sets = Repeated.of(() -> membership.of(history));
            long members = sets.result().stream().mapToLong(OwnerSet::count).sum();
            String judged = events < 100_000_000 ? "" : sets.warm() <= MOST_SECONDS ? "kept" : "missed: over 0.3 s";
            System.out.printf(
                    Locale.ROOT, "%-90s %9.4f %9.4f %,12d  %s%n", text, sets.first(), sets.warm(), members, judged);
        }
    }
}
