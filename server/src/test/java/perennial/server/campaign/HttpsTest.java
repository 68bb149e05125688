package perennial.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.store.campaign.Webhook;

/// Messages over HTTPS, to a receiver with a certificate of its own for `hook.example`.
class HttpsTest {
    private static final String HOST = "hook.example";
    private static final char[] PASSWORD = "only for the test".toCharArray();
    private static final Duration TIME_OUT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private SSLContext certified;
    private HttpsServer receiver;

    @BeforeEach
    void listen() throws Exception {
        certified = certified(folder.resolve("certificate"));
        receiver = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        receiver.setHttpsConfigurator(new HttpsConfigurator(certified));
        receiver.createContext("/taken", exchange -> {
            try (exchange) {
                received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        receiver.createContext("/silent", exchange -> {
            try (exchange) {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        receiver.stop(0);
    }

    /// Has and trusts a new certificate, which it signed itself.
    private static SSLContext certified(Path file) throws Exception {
        Process making = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hook",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + HOST,
                        "-ext",
                        "san=dns:" + HOST,
                        "-startdate",
                        "-1d",
                        "-validity",
                        "3",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(making.waitFor()).isZero();
        var certificate = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            certificate.load(in, PASSWORD);
        }
        var has = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        has.init(certificate, PASSWORD);
        var trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusts.init(certificate);
        var context = SSLContext.getInstance("TLS");
        context.init(has.getKeyManagers(), trusts.getTrustManagers(), null);
        return context;
    }

    /// Posts to a host that is this machine.
    private Answer post(String host, String path, SSLSocketFactory trusting, Duration timeOut) {
        URI url = URI.create("https://" + host + ":" + receiver.getAddress().getPort() + path);
        Connection.Resolver resolver = _ -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        return new WebhookCall(
                        new Webhook("crm", url, "a secret that nobody tells", 10, true),
                        new Connection(resolver, trusting, TIME_OUT),
                        timeOut,
                        Clock.systemUTC())
                .post(WebhookCallTest.letter());
    }

    @Test
    void a_message_goes_to_the_host_that_its_certificate_is_for() {
        assertThat(post(HOST, "/taken", certified.getSocketFactory(), TIME_OUT)).isEqualTo(new Answer.Taken("204"));
        assertThat(received).singleElement().satisfies(body -> assertThat(body).contains("\"decision\":\"d1\""));
    }

    @Test
    void nothing_of_it_leaves_for_one_that_is_not_trusted_or_another_than_its_certificate_names() {
        for (String host : List.of("other.example", "127.0.0.1")) {
            assertThat(post(host, "/taken", certified.getSocketFactory(), TIME_OUT))
                    .isInstanceOfSatisfying(
                            Answer.NotTaken.class,
                            answer -> assertThat(answer.detail())
                                    .startsWith("no connection: ")
                                    .contains("subject alternative"));
        }
        assertThat(post(HOST, "/taken", (SSLSocketFactory) SSLSocketFactory.getDefault(), TIME_OUT))
                .isInstanceOfSatisfying(
                        Answer.NotTaken.class,
                        answer -> assertThat(answer.detail())
                                .startsWith("no connection: ")
                                .contains("unable to find valid certification path"));
        assertThat(received).isEmpty();
    }

    @Test
    void one_that_takes_it_and_says_nothing_leaves_it_uncertain_in_time() throws IOException {
        assertThat(post(HOST, "/silent", certified.getSocketFactory(), Duration.ofMillis(300)))
                .isEqualTo(new Answer.Unknown("there was no answer in time"));
    }
}
