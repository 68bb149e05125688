package perennial.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Sends batches over one connection as Segment's clients do, at the least cost to itself: the body is made once, and
/// only the digits that tell one event and one customer from another are written anew.
final class BatchClient implements AutoCloseable {
    private static final int DIGITS = 15;
    private static final int CUSTOMER_DIGITS = 6;
    private static final int CUSTOMERS = 100_000;
    /// Prime, so that customers follow one another without a pattern.
    private static final long STEP = 7919;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] request;
    private final int[] ids;
    private final int[] customers;

    BatchClient(URI address, String key, int batch) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
        String digits = "0".repeat(DIGITS);
        var body = new StringBuilder("{\"writeKey\":\"" + key + "\",\"batch\":[");
        for (int i = 0; i < batch; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"track\",\"messageId\":\"node-next-")
                    .append(digits)
                    .append("\",\"userId\":\"customer-")
                    .append("0".repeat(CUSTOMER_DIGITS))
                    .append("\",\"event\":\"Event ")
                    .append(i % 20)
                    .append("\",\"timestamp\":\"")
                    .append(Instant.now())
                    .append("\",\"properties\":{\"plan\":\"pro\",\"page\":\"/articles/")
                    .append(i % 300)
                    .append("\",\"items\":")
                    .append(i % 9)
                    .append(
                            ",\"country\":\"DE\",\"category\":\"bulbs\"},\"context\":{\"library\":{\"name\":\"bench\",\"version\":\"1\"}}}");
        }
        body.append("]}");
        String head = "POST /v1/batch HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n";
        String text = head + body;
        request = text.getBytes(StandardCharsets.US_ASCII);
        ids = placesAfter("node-next-", text, batch);
        customers = placesAfter("customer-", text, batch);
    }

    private static int[] placesAfter(String mark, String text, int count) {
        int[] places = new int[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            at = text.indexOf(mark, at) + mark.length();
            places[i] = at;
        }
        return places;
    }

    /// Sends a batch whose events have ids from `number * batch` on, and waits for the success answer.
    void send(long number) throws IOException {
        for (int i = 0; i < ids.length; i++) {
            long id = number * ids.length + i;
            write(id, DIGITS, ids[i]);
            write(id * STEP % CUSTOMERS, CUSTOMER_DIGITS, customers[i]);
        }
        out.write(request);
        out.flush();
        readAnswer();
    }

    private void write(long number, int digits, int at) {
        for (int digit = digits - 1; digit >= 0; digit--) {
            request[at + digit] = (byte) ('0' + number % 10);
            number /= 10;
        }
    }

    private void readAnswer() throws IOException {
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("The server answered " + status);
        }
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0) {
                throw new IOException("The server closed the connection");
            }
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
