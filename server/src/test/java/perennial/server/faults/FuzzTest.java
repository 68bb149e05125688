package perennial.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.server.TestServer;
import perennial.server.ingest.RateLimit;
import perennial.store.access.Scope;
import perennial.store.json.Json;

/// Requests as nobody should send them, to every address. `-Dperennial.requests=N` sends more.
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("perennial.requests", 250);

    /// A server that says this tells of its inside, or has met a bug.
    private static final Pattern LEAK = Pattern.compile(
            "[a-z]Exception\\b|\\bat [a-z.]+\\(|\\.java:[0-9]|\\b(java|jakarta|org|tools)\\.[a-z]+\\.|a bug in Perennial"
                    + "|which is a bug");

    private static final String SEGMENT =
            "{'type':'track','userId':'ada','messageId':'%2$s','event':'Saw','timestamp':'2026-02-27T10:00:00Z',"
                    + "'properties':{'revenue':12.5,'currency':'EUR','products':[{'id':1}]},'context':{'ip':'1.2.3.4'}}";
    private static final String POSTHOG =
            "{'event':'$pageview','distinct_id':'ada','uuid':'%2$s','timestamp':'2026-02-27T10:00:00Z',"
                    + "'properties':{'$set':{'plan':'pro'},'$current_url':'https://a.example/','token':'%1$s'}}";
    private static final String MIXPANEL =
            "{'event':'Saw','properties':{'token':'%1$s','distinct_id':'ada','$insert_id':'%2$s','time':1772186400}}";

    /// Bodies as clients send them, with a key and an id.
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/v1/batch", "{'writeKey':'%1$s','sentAt':'2026-03-01T12:00:00Z','batch':[" + SEGMENT + "]}"),
            Map.entry("/v1/track", SEGMENT.replace("{'type'", "{'writeKey':'%1$s','type'")),
            Map.entry("/v1/identify", "{'writeKey':'%1$s','messageId':'%2$s','userId':'ada','traits':{'plan':'pro'}}"),
            Map.entry("/v1/alias", "{'writeKey':'%1$s','messageId':'%2$s','userId':'ada','previousId':'v'}"),
            Map.entry(
                    "/v1/group", "{'writeKey':'%1$s','messageId':'%2$s','userId':'ada','groupId':'acme','traits':{}}"),
            Map.entry("/batch/", "{'api_key':'%1$s','batch':[" + POSTHOG + "]}"),
            Map.entry("/capture/", POSTHOG.replace("{'event'", "{'api_key':'%1$s','event'")),
            Map.entry("/e/", "[" + POSTHOG + "]"),
            Map.entry("/i/v0/e/", POSTHOG),
            Map.entry("/i/v1/analytics/events", "{'api_key':'%1$s','batch':[" + POSTHOG + "]}"),
            Map.entry("/flags/?v=2", "{'api_key':'%1$s','distinct_id':'ada'}"),
            Map.entry("/track", "[" + MIXPANEL + "]"),
            Map.entry("/import?strict=1", "[" + MIXPANEL + "]"),
            Map.entry("/engage", "[{'$token':'%1$s','$distinct_id':'ada','$add':{'logins':1},'$union':{'l':[1]}}]"),
            Map.entry("/groups", "[{'$token':'%1$s','$group_key':'c','$group_id':'acme','$set':{'plan':'pro'}}]"),
            Map.entry(
                    "/2/httpapi",
                    "{'api_key':'%1$s','events':[{'event_type':'Saw','user_id':'ada','device_id':'d','insert_id':'%2$s',"
                            + "'time':1772186400000,'user_properties':{'$setOnce':{'a':1}},'price':1.5,'quantity':2}]}"),
            Map.entry("/api/v1/events", "[" + SEGMENT + "]"),
            Map.entry("/api/v1/segments/buyers", "did Saw and plan = 'pro'"),
            Map.entry("/array/token/config", ""));

    private static final List<String> METHODS =
            List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "CONNECT", "FOO", "get", "P\u00D6ST");
    private static final List<String> HEADERS = List.of(
            "Content-Encoding: gzip",
            "Content-Encoding: br",
            "Content-Encoding: deflate, gzip, \u00FF",
            "Content-Type: application/x-www-form-urlencoded; charset=utf-99",
            "Content-Type: multipart/form-data",
            "Content-Type: ///",
            "Accept: image/png",
            "Accept: ;;;q=x",
            "Accept-Encoding: identity;q=0",
            "Accept-Language: %%",
            "Authorization: Basic !!!",
            "Authorization: Basic /////w==",
            "Authorization:",
            "Authorization: Bearer \u0000",
            "Origin: null",
            "Origin: http://[",
            "Access-Control-Request-Method: FOO",
            "Expect: 100-continue",
            "Range: bytes=9-1",
            "If-Modified-Since: yesterday",
            "Transfer-Encoding: chunked",
            "Content-Length: -1",
            "Cookie: a=\"; $Version=9; =",
            "Host: [::",
            "X-Forwarded-For: " + "1,".repeat(3_000),
            "No header");
    private static final List<String> ENDS = List.of(
            "?",
            "?%",
            "?%zz=1",
            "?data=",
            "?data=%00",
            "?data=AAAA",
            "?_=9999999999999",
            "?a=" + "b".repeat(7_000),
            "/",
            "//",
            ";a=b",
            "/..",
            "/..;/x",
            "/%2e%2e/%2e%2e/etc/passwd",
            "%00",
            "%c0%af",
            "\\",
            "?key=%F0%28",
            "#x",
            "?a[]=1&a[]=2",
            "?sentAt=never");
    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "-1",
            "1e999",
            "99999999999999999999",
            "'",
            "%22",
            "day",
            "week",
            "2026-02-30",
            "2026-02-27",
            "%F0%9F%98%80",
            "(",
            "Saw[",
            "did+Saw",
            "*",
            "json",
            "csv",
            "period=2026-02-27",
            "x".repeat(2_000),
            "%ED%A0%80",
            "true",
            "+",
            "a,b,,");

    @TempDir
    Path folder;

    @Test
    void no_request_is_answered_with_a_failure_of_ours_or_costs_a_good_event() throws Exception {
        try (var server =
                new TestServer(folder, Clock.fixed(TestServer.NOON, ZoneOffset.UTC), new RateLimit(1_000_000_000))) {
            List<String> paths = new ArrayList<>(BODIES.keySet());
            paths.sort(null);
            List<Address> addresses = addresses(server);
            String keys = String.join(": ", server.key(Scope.values()));
            List<String> good = new ArrayList<>();
            forAll(
                    REQUESTS,
                    random -> random.nextInt(4) == 0
                            ? asked(random, addresses, keys)
                            : delivered(random, paths.get(random.nextInt(paths.size())), server.writeKey()),
                    request -> {
                        String answer = request.sent(server.port());
                        assertThat(answer)
                                .as("%s", request)
                                .doesNotContainPattern("^HTTP/1.1 5(?!01)")
                                .doesNotContainPattern(LEAK);
                        String id = "good-" + good.size();
                        good.add(id);
                        String body = BODIES.get("/v1/batch").replace('\'', '"').formatted(server.writeKey(), id);
                        assertThat(server.post("/v1/batch", body).statusCode()).isEqualTo(200);
                    });
            assertThat(server.rows("SELECT message_id FROM events WHERE message_id LIKE 'good-%'"))
                    .containsExactlyInAnyOrderElementsOf(good);
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    private static RawRequest delivered(Random random, String path, String key) {
        String body = BODIES.get(path).replace('\'', '"').formatted(key, "bad-" + random.nextInt(50));
        byte[] spoilt = body.getBytes(StandardCharsets.UTF_8);
        try {
            for (int i = random.nextInt(3); i >= 0; i--) {
                spoilt = some(random, List.of(Mutation.values())).of(spoilt, random);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String method = random.nextInt(6) == 0 ? some(random, METHODS) : "POST";
        String target = random.nextInt(4) == 0 ? path + some(random, ENDS) : path;
        return new RawRequest(method, target, headers(random, "Authorization: Bearer " + key), spoilt);
    }

    private static RawRequest asked(Random random, List<Address> addresses, String key) {
        Address address = some(random, addresses);
        var target = new StringBuilder(address.path().replaceAll("\\{[a-z]+}", some(random, VALUES)));
        String between = "?";
        for (String parameter : address.parameters()) {
            if (random.nextInt(3) == 0) {
                target.append(between).append(URLEncoder.encode(parameter, StandardCharsets.UTF_8));
                target.append("=").append(some(random, VALUES));
                between = "&";
            }
        }
        byte[] body = new byte[random.nextInt(3) * random.nextInt(100)];
        random.nextBytes(body);
        return new RawRequest(address.method(), target.toString(), headers(random, key), body);
    }

    private static List<String> headers(Random random, String key) {
        return random.nextInt(3) == 0 ? List.of(key, some(random, HEADERS)) : List.of(key);
    }

    private static <T> T some(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// What the server says it answers.
    private record Address(String method, String path, List<String> parameters) {}

    private static List<Address> addresses(TestServer server) throws IOException {
        var all = (Json.Object) Json.parse(
                server.get("/api/docs/openapi.json", server.key(Scope.READ)).body());
        List<Address> addresses = new ArrayList<>();
        ((Json.Object) all.fields().get("paths")).fields().forEach((path, methods) -> {
            ((Json.Object) methods).fields().forEach((method, does) -> {
                List<String> parameters = new ArrayList<>();
                if (((Json.Object) does).fields().get("parameters") instanceof Json.Array(List<Json> listed)) {
                    listed.forEach(each -> parameters.add(nameOf((Json.Object) each)));
                }
                addresses.add(new Address(method.toUpperCase(Locale.ROOT), path, parameters));
            });
        });
        assertThat(addresses).hasSizeGreaterThan(30);
        return addresses;
    }

    private static String nameOf(Json.Object parameter) {
        return parameter.fields().get("name") instanceof Json.Text(String name) ? name : "name";
    }

    @Test
    void who_sends_byte_by_byte_keeps_nobody_waiting() throws Exception {
        try (var server = new TestServer(folder)) {
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 500; i++) {
                    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                    slow.add(socket);
                    socket.getOutputStream()
                            .write(("POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                                            + (i % 2 == 0 ? "" : "\r\n{"))
                                    .getBytes(StandardCharsets.US_ASCII));
                }
                for (int i = 0; i < 20; i++) {
                    for (Socket socket : slow) {
                        socket.getOutputStream().write(' ');
                    }
                    String body = BODIES.get("/v1/batch").replace('\'', '"').formatted(server.writeKey(), "good-" + i);
                    assertThat(server.post("/v1/batch", body).statusCode()).isEqualTo(200);
                }
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
            assertThat(server.rows("SELECT count(*) FROM events")).containsExactly("20");
        }
    }
}
