package perennial.app.show;

import java.io.PrintWriter;
import java.time.Clock;

/// How far long work has come: on a terminal one line that changes, with a bar, the rate and the time left; elsewhere a
/// plain line now and then, and none at all for work that is soon done.
public final class ProgressLine implements AutoCloseable {
    private static final int CELLS = 24;
    private static final long BAR_EVERY_MS = 100;
    private static final long LINE_EVERY_MS = 10_000;
    private static final int BYTES_PER_MEGABYTE = 1_000_000;

    private final PrintWriter out;
    private final Clock clock;
    private final boolean isTerminal;
    private String step = "";
    private long stepStartMs;
    private long lastMs;
    private int width;

    public ProgressLine(PrintWriter out, Clock clock, boolean isTerminal) {
        this.out = out;
        this.clock = clock;
        this.isTerminal = isTerminal;
        stepStartMs = clock.millis();
        lastMs = stepStartMs;
    }

    /// Called by whoever does the work, from any thread, as often as it likes.
    public synchronized void at(String nowDoing, long done, long total, long rows) {
        long nowMs = clock.millis();
        if (!nowDoing.equals(step)) {
            step = nowDoing;
            stepStartMs = nowMs;
        }
        if (nowMs - lastMs >= (isTerminal ? BAR_EVERY_MS : LINE_EVERY_MS)) {
            lastMs = nowMs;
            show(line(done, total, rows, nowMs - stepStartMs));
        }
    }

    private String line(long done, long total, long rows, long tookMs) {
        double share = total == 0 ? 1 : Math.min(1, (double) done / total);
        String text = step + " " + (isTerminal ? bar(share) + " " : "") + Math.round(share * 100) + " %  "
                + Numbers.whole(rows) + " rows  " + Numbers.whole(done / BYTES_PER_MEGABYTE) + " of "
                + Numbers.whole(total / BYTES_PER_MEGABYTE) + " MB";
        if (tookMs > 0) {
            text += "  " + Numbers.whole(rows * 1_000 / tookMs) + " rows/s";
        }
        return share > 0 && tookMs > 0 ? text + "  " + left((long) (tookMs * (1 - share) / share)) + " left" : text;
    }

    private static String bar(double share) {
        int full = (int) (share * CELLS);
        return "█".repeat(full) + "░".repeat(CELLS - full);
    }

    private static String left(long millis) {
        long seconds = (millis + 999) / 1_000;
        return seconds < 60
                ? seconds + " s"
                : seconds < 3_600
                        ? seconds / 60 + " min " + seconds % 60 + " s"
                        : seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }

    private void show(String line) {
        if (isTerminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        } else {
            out.println(line);
        }
        out.flush();
    }

    /// Takes the bar away; what comes next begins on a clean line. May be called twice.
    @Override
    public synchronized void close() {
        if (width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
            width = 0;
        }
    }
}
