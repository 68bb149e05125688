package perennial.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.core.campaign.Decision;
import perennial.core.campaign.Offer;
import perennial.core.campaign.Personal;
import perennial.core.campaign.SendState;
import perennial.core.customer.Owner;
import perennial.store.campaign.Letter;
import perennial.store.campaign.Message;
import perennial.store.campaign.Webhook;

class WebhookCallTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECRET = "a secret that nobody tells";
    private static final Duration TIME_OUT = Duration.ofMillis(400);

    static Letter letter() {
        var decision = new Decision(
                "d1",
                "spring",
                1,
                new Owner(Owner.Kind.USER, "ada"),
                1,
                Optional.of("letter"),
                Optional.empty(),
                "everybody",
                Optional.of("discount"),
                Optional.empty(),
                Personal.NOTHING,
                NOW,
                NOW);
        return new Letter(
                new Message(decision, SendState.SENDING, Optional.empty(), "", Optional.empty(), 0),
                Optional.of(new Offer("discount", "20 % off", BigDecimal.ONE, new Offer.Codes.None())),
                new TreeMap<>());
    }

    private static Answer post(URI url, boolean isPrivate, Connection.Resolver resolver) {
        return new WebhookCall(
                        new Webhook("crm", url, SECRET, 10, isPrivate),
                        new Connection(resolver, (SSLSocketFactory) SSLSocketFactory.getDefault(), TIME_OUT),
                        TIME_OUT,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .post(letter());
    }

    /// Posts to a receiver that answers so and hangs up, or says nothing if the text is empty.
    private static Answer answered(String text) throws IOException, InterruptedException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread receiver = Thread.startVirtualThread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[10_000]);
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                    if (text.isEmpty()) {
                        socket.getInputStream().read(); // until the other side gives up
                    }
                } catch (IOException hungUp) {
                    // the caller has seen enough
                }
            });
            Answer answer =
                    post(URI.create("http://127.0.0.1:" + server.getLocalPort()), true, InetAddress::getAllByName);
            receiver.join();
            return answer;
        }
    }

    @Test
    void an_answer_is_judged_by_what_may_be_done_next() throws Exception {
        assertThat(answered("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(new Answer.Taken("204"));
        assertThat(answered("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"))
                .isEqualTo(new Answer.Taken("200"));
        assertThat(answered("HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 4\r\n\r\nwait and more"))
                .isEqualTo(new Answer.NotTaken("429 wait", Optional.of(Duration.ofSeconds(7))));
        assertThat(answered("HTTP/1.1 503 No\r\nRetry-After: Sun, 01 Mar 2026 12:01:00 GMT\r\n\r\n"))
                .isEqualTo(new Answer.NotTaken("503", Optional.of(Duration.ofMinutes(1))));
        assertThat(answered("HTTP/1.1 503 No\r\nRetry-After: soon\r\n\r\n"))
                .isEqualTo(new Answer.NotTaken("503", Optional.empty()));
        assertThat(answered("HTTP/1.1 301 Moved\r\nLocation: http://elsewhere/\r\n\r\n"))
                .isEqualTo(new Answer.Refused("301"));
        assertThat(answered("HTTP/1.1 422 No\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nno\u0007ada\r\n0\r\n\r\n"))
                .isEqualTo(new Answer.Refused("422 no ada"));
        assertThat(answered("HTTP/1.1 500 Broken\r\nContent-Length: 60\r\n\r\nmy secret is \"" + SECRET + "\""))
                .isEqualTo(new Answer.Unknown("500 my secret is \"…\""));
        assertThat(answered("HTTP/1.1 504 Late\r\n\r\n")).isEqualTo(new Answer.Unknown("504"));
        assertThat(answered("SMTP hello\r\n\r\n")).isEqualTo(new Answer.Unknown("the answer is no HTTP"));
        assertThat(answered("HTTP/1.1 200 OK\r\nContent-Le"))
                .isEqualTo(new Answer.Unknown("the connection ended before the answer"));
        assertThat(answered("HTTP/1.1 200 " + "x".repeat(10_000))).isInstanceOf(Answer.Unknown.class);
        assertThat(answered("")).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void without_a_connection_nothing_was_taken() throws Exception {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }
        assertThat(post(URI.create("http://127.0.0.1:" + closed), true, InetAddress::getAllByName))
                .isInstanceOfSatisfying(
                        Answer.NotTaken.class,
                        answer -> assertThat(answer.detail()).startsWith("no connection: "));
        assertThat(post(URI.create("http://nowhere.example"), true, host -> {
                    throw new UnknownHostException(host);
                }))
                .isEqualTo(new Answer.NotTaken("no connection: nowhere.example", Optional.empty()));
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream().write("no TLS here".getBytes(StandardCharsets.UTF_8));
                } catch (IOException hungUp) {
                    // as it may
                }
            });
            assertThat(post(URI.create("https://127.0.0.1:" + plain.getLocalPort()), true, InetAddress::getAllByName))
                    .isInstanceOf(Answer.NotTaken.class);
        }
    }

    /// A name that is looked up a second time leads into our own network: it is not looked up a second time.
    @Test
    void the_address_that_is_judged_is_the_one_that_is_connected_to() throws Exception {
        var looked = new AtomicInteger();
        try (var inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            inside.setSoTimeout(1);
            Answer answer = post(URI.create("http://rebound.example:" + inside.getLocalPort()), false, host -> {
                boolean isFirst = looked.getAndIncrement() == 0;
                return new InetAddress[] {InetAddress.getByName(isFirst ? "192.168.0.7" : "8.8.8.8")};
            });
            assertThat(answer)
                    .isEqualTo(new Answer.NotTaken(
                            "no connection: rebound.example lies in a private network; allow that for the webhook if it is meant",
                            Optional.empty()));
            assertThat(looked).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.19.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1"
            })
    void addresses_that_lead_into_somebodys_own_network_are_not_public(String address) throws Exception {
        assertThat(PublicInternet.has(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "172.15.0.1", "100.128.0.1", "2606:4700::1", "2a00:1450::1"})
    void others_are(String address) throws Exception {
        assertThat(PublicInternet.has(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1,,PT1S", "2,,PT4S", "4,,PT1M4S", "9,,PT1H", "1,PT30S,PT30S", "1,P2D,PT1H", "3,PT0S,PT0S"})
    void it_is_tried_again_later_and_later_or_when_it_is_asked_for(int tried, Duration asked, Duration wait) {
        assertThat(Backoff.USUAL.after(tried, Optional.ofNullable(asked))).contains(wait);
        assertThat(Backoff.USUAL.after(10, Optional.ofNullable(asked))).isEmpty();
    }
}
