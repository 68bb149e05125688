package perennial.server.campaign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a receiver answered: the status, the header, and how the text begins.
///
/// @param header by name in lower case; the last of a name counts
record Response(int status, Map<String, String> header, String text) {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final int MOST_LINE = 8_192;
    private static final int MOST_LINES = 200;
    private static final int MOST_TEXT = 200;

    /// Reads until the socket is closed, when the time for the answer is over.
    private record Reader(InputStream in, CompletableFuture<Void> timeOut) {
        int read() throws IOException {
            try {
                return in.read();
            } catch (IOException e) {
                throw timeOut.isDone() ? new IOException("there was no answer in time", e) : e;
            }
        }

        String line() throws IOException {
            var line = new ByteArrayOutputStream();
            for (int next = read(); next != '\n'; next = read()) {
                if (next < 0) {
                    throw new IOException("the connection ended before the answer");
                }
                if (line.size() == MOST_LINE) {
                    throw new IOException("the answer has too long a line");
                }
                line.write(next);
            }
            return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        }
    }

    /// Reads the answer to a request.
    ///
    /// @throws IOException if there is none in time, or it is no HTTP
    static Response read(Socket socket, InputStream in, Duration within) throws IOException {
        CompletableFuture<Void> timeOut = CompletableFuture.runAsync(
                () -> close(socket), CompletableFuture.delayedExecutor(within.toMillis(), TimeUnit.MILLISECONDS));
        try {
            var reader = new Reader(in, timeOut);
            Response response = head(reader);
            while (response.status() < 200) { // what comes before the answer itself
                response = head(reader);
            }
            return new Response(response.status(), response.header(), text(reader, response.header()));
        } finally {
            timeOut.cancel(true);
        }
    }

    /// Whoever reads from it is told.
    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response head(Reader reader) throws IOException {
        Matcher status = STATUS.matcher(reader.line());
        if (!status.matches()) {
            throw new IOException("the answer is no HTTP");
        }
        Map<String, String> header = new TreeMap<>();
        for (String line = reader.line(); !line.isEmpty(); line = reader.line()) {
            int colon = line.indexOf(':');
            if (colon < 0 || header.size() == MOST_LINES) {
                throw new IOException("the answer is no HTTP");
            }
            header.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Response(Integer.parseInt(status.group(1)), header, "");
    }

    /// How it begins, as far as it comes: the status says already what became of the message.
    private static String text(Reader reader, Map<String, String> header) {
        var text = new ByteArrayOutputStream();
        try {
            boolean isInChunks = header.getOrDefault("transfer-encoding", "")
                    .toLowerCase(Locale.ROOT)
                    .contains("chunked");
            String length = isInChunks
                    ? Integer.toString(Integer.parseInt(reader.line().split("[; ]")[0], 16))
                    : header.getOrDefault("content-length", String.valueOf(MOST_TEXT));
            long most = Math.min(MOST_TEXT, Long.parseLong(length));
            while (text.size() < most) {
                int next = reader.read();
                if (next < 0) {
                    break;
                }
                text.write(next);
            }
        } catch (IOException | NumberFormatException cutOff) {
            // what came so far is told
        }
        return text.toString(StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\uFFFD]+", " ")
                .strip();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(header.get(name));
    }
}
