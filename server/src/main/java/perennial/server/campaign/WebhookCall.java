package perennial.server.campaign;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import perennial.store.campaign.Letter;
import perennial.store.campaign.Webhook;

/// Posts a message to a webhook, signed, once.
///
/// Each has a connection of its own: on one that was used before nobody can tell whether a message arrived that the
/// receiver did not answer, or whether the connection had been closed already. So whatever fails before the first byte
/// is written is known to have taken nothing, and only that is tried again.
///
/// | header | holds |
/// |---|---|
/// | `Perennial-Timestamp` | seconds since 1970 |
/// | `Perennial-Signature` | `v1=` and the HMAC-SHA256 of `TIMESTAMP.BODY` with the webhook's secret, in hexadecimal |
/// | `Idempotency-Key` | the id of the decision |
final class WebhookCall {
    static final String TIMESTAMP = "Perennial-Timestamp";
    static final String SIGNATURE = "Perennial-Signature";
    static final String KEY = "Idempotency-Key";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final Webhook webhook;
    private final Connection connection;
    private final Duration timeOut;
    private final Clock clock;

    /// @param timeOut for the connection, and again for the answer
    WebhookCall(Webhook webhook, Connection connection, Duration timeOut, Clock clock) {
        this.webhook = webhook;
        this.connection = connection;
        this.timeOut = timeOut;
        this.clock = clock;
    }

    /// What became of it.
    Answer post(Letter letter) {
        Socket open;
        try {
            open = connection.open(webhook.url(), webhook.isPrivate());
        } catch (IOException e) {
            return new Answer.NotTaken(told("no connection: " + words(e)), Optional.empty());
        }
        try (Socket socket = open) {
            socket.getOutputStream().write(request(letter));
            socket.getOutputStream().flush();
            return judged(Response.read(socket, new BufferedInputStream(socket.getInputStream()), timeOut));
        } catch (IOException e) {
            return new Answer.Unknown(told(words(e)));
        }
    }

    private static String words(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private byte[] request(Letter letter) {
        String body = letter.json().text();
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        URI url = URI.create(webhook.url().toASCIIString());
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String head = String.join(
                "\r\n",
                "POST " + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()) + " HTTP/1.1",
                "Host: " + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()),
                "User-Agent: Perennial",
                "Content-Type: application/json",
                "Content-Length: " + bytes.length,
                "Connection: close",
                TIMESTAMP + ": " + timestamp,
                SIGNATURE + ": v1=" + signature(timestamp + "." + body),
                KEY + ": " + letter.decision().id(),
                "",
                "");
        return concat(head.getBytes(StandardCharsets.US_ASCII), bytes);
    }

    private static byte[] concat(byte[] head, byte[] body) {
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(webhook.secret().getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }

    private Answer judged(Response response) {
        int status = response.status();
        String detail = told((status + " " + response.text()).strip());
        if (status < 300) {
            return new Answer.Taken(String.valueOf(status));
        }
        if (status == TOO_MANY_REQUESTS || status == UNAVAILABLE) {
            return new Answer.NotTaken(detail, response.header("retry-after").flatMap(this::after));
        }
        // Another address is another receiver, whom nobody trusted with these customers.
        return status < 500 ? new Answer.Refused(detail) : new Answer.Unknown(detail);
    }

    /// Seconds, or a date.
    private Optional<Duration> after(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(clock.instant(), then);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// What others say is kept and shown, the secret never.
    private String told(String text) {
        return text.replace(webhook.secret(), "…");
    }
}
