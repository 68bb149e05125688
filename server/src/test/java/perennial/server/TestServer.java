package perennial.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import perennial.core.workspace.Settings;
import perennial.server.ingest.RateLimit;
import perennial.server.live.LiveWorkspace;
import perennial.server.openid.OpenId;
import perennial.server.signin.PublicAddress;
import perennial.store.Workspace;
import perennial.store.access.Actor;
import perennial.store.access.People;
import perennial.store.access.Role;
import perennial.store.access.Scope;
import perennial.store.access.Secret;
import perennial.store.access.User;
import perennial.store.backup.Backups;

/// A real server on a port of its own, on a new workspace in a folder, at noon of 2026-03-01.
public final class TestServer implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LiveWorkspace live;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String writeKey;

    public TestServer(Path folder) {
        this(folder, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    public TestServer(Path folder, Clock clock) {
        this(folder, clock, RateLimit.STANDARD);
    }

    public TestServer(Path folder, Clock clock, RateLimit rate) {
        this(
                made(folder.resolve("workspace"), clock),
                clock,
                rate,
                Optional.empty(),
                Optional.empty(),
                PublicAddress.UNKNOWN);
    }

    /// One that knows a provider of OpenID Connect.
    public TestServer(Path folder, Clock clock, OpenId openId) {
        this(
                made(folder.resolve("workspace"), clock),
                clock,
                RateLimit.STANDARD,
                Optional.of(openId),
                Optional.empty(),
                PublicAddress.UNKNOWN);
    }

    /// One on which administrators may make backups.
    public TestServer(Path folder, Backups backups) {
        this(
                made(folder.resolve("workspace"), Clock.fixed(NOON, ZoneOffset.UTC)),
                Clock.fixed(NOON, ZoneOffset.UTC),
                RateLimit.STANDARD,
                Optional.empty(),
                Optional.of(backups),
                PublicAddress.UNKNOWN);
    }

    /// One that was told under which address others reach it.
    public TestServer(Path folder, PublicAddress reached) {
        this(
                made(folder.resolve("workspace"), Clock.fixed(NOON, ZoneOffset.UTC)),
                Clock.fixed(NOON, ZoneOffset.UTC),
                RateLimit.STANDARD,
                Optional.empty(),
                Optional.empty(),
                reached);
    }

    private TestServer(
            Path directory,
            Clock clock,
            RateLimit rate,
            Optional<OpenId> openId,
            Optional<Backups> backups,
            PublicAddress reached) {
        live = LiveWorkspace.open(directory, clock);
        writeKey = live.keys().make("web", Set.of(Scope.WRITE)).text();
        server = Server.start(live, InetAddress.getLoopbackAddress(), 0, rate, openId, backups, reached);
    }

    /// A server on a workspace that is there.
    public static TestServer on(Path workspace, Clock clock) {
        return new TestServer(
                workspace, clock, RateLimit.STANDARD, Optional.empty(), Optional.empty(), PublicAddress.UNKNOWN);
    }

    private static Path made(Path directory, Clock clock) {
        Workspace.openOrCreate(directory, Settings.standard("test"), clock).close();
        return directory;
    }

    public LiveWorkspace live() {
        return live;
    }

    /// A key that may send, of the source "web".
    public String writeKey() {
        return writeKey;
    }

    /// The header with a key that may do this.
    public String[] key(Scope... scopes) {
        return new String[] {
            "Authorization", "Bearer " + live.keys().make("key", Set.of(scopes)).text()
        };
    }

    /// Where the first administrator is made.
    public Optional<String> firstAdministrator() {
        return server.firstAdministrator();
    }

    /// The header of a browser that is signed in with a role.
    public String[] browser(Role role) {
        return new String[] {"Cookie", "perennial-session=" + session(role).text()};
    }

    /// What the cookie of a browser holds that is signed in with a role.
    public Secret session(Role role) {
        People people = live.people();
        if (people.users().isEmpty()) {
            people.first("127.0.0.1", Role.ADMIN.toString(), "no hash: no password");
        }
        User user = people.users()
                .find(role.toString())
                .orElseGet(() ->
                        people.invite(Actor.COMMAND_LINE, role.toString(), role).user());
        return people.sessions().start(user, "127.0.0.1");
    }

    /// What answers, by what it answers to.
    public Map<RequestMappingInfo, HandlerMethod> handlers() {
        return server.handlers();
    }

    /// Where somebody signs in as this user, once.
    public String signIn(User user) {
        return server.signIn(user);
    }

    public URI address(String path) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.port() + path);
    }

    public HttpResponse<String> post(String path, String body, String... headers) throws IOException {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /// @param headers names and values in turn
    public HttpResponse<String> post(String path, byte[] body, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(address(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(address(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// What a browser asks before it sends to another site.
    public HttpResponse<String> preflight(String path, String origin, String headers) throws IOException {
        return send(HttpRequest.newBuilder(address(path))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .headers("Origin", origin)
                .headers("Access-Control-Request-Method", "POST")
                .headers("Access-Control-Request-Headers", headers));
    }

    /// Packed as clients pack.
    public static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    public HttpResponse<String> put(String path, String body, String... headers) throws IOException {
        return send(HttpRequest.newBuilder(address(path))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .headers(headers));
    }

    public HttpResponse<String> delete(String path, String... headers) throws IOException {
        return send("delete", path, headers);
    }

    /// @param method in any case
    public HttpResponse<String> send(String method, String path, String... headers) throws IOException {
        return send(HttpRequest.newBuilder(address(path))
                .method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody())
                .headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// The rows of a query, each as its texts with spaces between.
    public List<String> rows(String sql) {
        return live.workspace().read("looking", connection -> {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery(sql)) {
                List<String> rows = new ArrayList<>();
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(String.valueOf(found.getString(i)));
                    }
                    rows.add(String.join(" ", row));
                }
                return rows;
            }
        });
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        live.close();
    }
}
