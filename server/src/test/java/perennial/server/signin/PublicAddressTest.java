package perennial.server.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.server.TestServer;
import perennial.server.people.Visitor;
import perennial.store.access.Role;

class PublicAddressTest {
    @TempDir
    Path folder;

    /// What is answered to an administrator who invites somebody, in a request sent to a host.
    private static HttpResponse<String> invited(TestServer server, String host) {
        try (var admin = Visitor.as(server, Role.ADMIN)) {
            assertThat(admin.get("/settings/people").statusCode()).isEqualTo(200);
            return admin.post(
                    "/settings/people",
                    admin.token(),
                    new String[] {"name", "ada@" + host, "role", "viewer"},
                    new String[] {"X-Forwarded-Host", host});
        }
    }

    @Test
    void a_link_begins_with_the_address_that_was_given_whatever_the_request_says() {
        try (var server = new TestServer(folder, PublicAddress.of("https://perennial.example.com/"))) {
            assertThat(invited(server, "evil.example").body())
                    .contains("https://perennial.example.com/password?link=")
                    .doesNotContain("://evil.example");
        }
    }

    @Test
    void without_one_a_link_leads_to_this_machine_alone_and_a_foreign_name_makes_none() {
        try (var server = new TestServer(folder)) {
            assertThat(invited(server, "localhost").body()).contains("://localhost", "/password?link=");
            assertThat(invited(server, "127.0.0.1").body()).contains("://127.0.0.1", "/password?link=");
            int users = server.live().people().users().all().size();
            HttpResponse<String> forged = invited(server, "evil.example");
            assertThat(forged.statusCode()).isEqualTo(400);
            assertThat(forged.body())
                    .contains("No link was made", "--public-url")
                    .doesNotContain("password?link=");
            assertThat(server.live().people().users().all()).hasSize(users);
        }
    }

    /// The same in the Host header, with a port as browsers send it.
    private static String invitedAt(TestServer server, String host) throws IOException {
        try (var admin = Visitor.as(server, Role.ADMIN);
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            admin.get("/settings/people");
            String form = "name=bo&role=viewer&_csrf=" + URLEncoder.encode(admin.token(), StandardCharsets.UTF_8);
            String request = "POST /settings/people HTTP/1.1\r\nHost: " + host
                    + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + form.length() + "\r\n" + String.join(": ", admin.cookie()) + "\r\n\r\n" + form;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8080", "LocalHost:8080", "127.0.0.1:8080", "[::1]:8080", "[0:0:0:0:0:0:0:1]:8080"})
    void a_link_begins_with_the_name_that_this_machine_has_for_itself(String host) throws Exception {
        try (var server = new TestServer(folder)) {
            assertThat(invitedAt(server, host)).contains("http://" + host + "/password?link=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2001:db8::1]:8080", "[::1].evil.example", "127.0.0.1.evil.example:8080"})
    void no_link_begins_with_another_name(String host) throws Exception {
        try (var server = new TestServer(folder)) {
            assertThat(invitedAt(server, host)).startsWith("HTTP/1.1 400").doesNotContain("password?link=");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perennial.example.com",
                "ftp://perennial.example.com",
                "https://",
                "https://perennial.example.com/shop",
                "https://ada@perennial.example.com?a=b",
                "https://a b"
            })
    void what_links_cannot_begin_with_is_refused(String text) {
        assertThatThrownBy(() -> PublicAddress.of(text))
                .hasMessage(
                        "\"" + text + "\" is no address that links can begin with; give scheme and name alone, such as"
                                + " https://perennial.example.com");
    }
}
