package perennial.company;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A garden planner with a small shop beside it, its customers and their two years, 2024-10-01 to 2026-09-30, by the
/// clock of Berlin.
///
/// Shape: one Segment-shaped JSON object a line (`track`, `identify`, `group`), in order of arrival; about 1 % arrive
/// hours to weeks late, 0.5 % arrive twice. The same number of customers and seed give the same lines everywhere; fewer
/// customers give a part of the lines of more, in the same order. Cost: about 45 lines a customer, 40 bytes of memory a
/// line.
public final class DemoCompany {
    public static final int CUSTOMERS = 50_000;
    public static final long SEED = 2024;
    private static final int MOST_CUSTOMERS = 250_000;

    private DemoCompany() {}

    /// Writes the lines of a company, compressed.
    ///
    /// @throws IllegalArgumentException if the number of customers is not 1 to 250 000
    public static void write(Path ndjsonGz, int customers, long seed) throws IOException {
        try (OutputStream file = Files.newOutputStream(ndjsonGz);
                OutputStream out = new BufferedOutputStream(new FastGzip(file), 1 << 16)) {
            lines(customers, seed, line -> {
                try {
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Hands on the lines of a company, without line ends.
    ///
    /// @throws IllegalArgumentException if the number of customers is not 1 to 250 000
    public static void lines(int customers, long seed, Consumer<String> sink) {
        if (customers < 1 || customers > MOST_CUSTOMERS) {
            throw new IllegalArgumentException("The demo company has 1 to " + MOST_CUSTOMERS
                    + " customers, was asked for " + customers + "; leave the number out for " + CUSTOMERS);
        }
        var arrivals = new Arrivals();
        for (int number = 1; number <= customers; number++) {
            new Life(number, seed, arrivals).live();
        }
        arrivals.drain(sink);
    }

    /// Speed before size: half the time for a third more bytes.
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
