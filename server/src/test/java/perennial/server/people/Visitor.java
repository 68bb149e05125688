package perennial.server.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import perennial.server.TestServer;
import perennial.store.access.Role;

/// A browser without a screen: keeps cookies, follows nothing by itself, and sends forms with what they hid.
public final class Visitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final TestServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final List<String> set = new ArrayList<>();
    private String token = "";

    public Visitor(TestServer server) {
        this.server = server;
    }

    public Visitor with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /// A browser of somebody who is signed in with a role.
    public static Visitor as(TestServer server, Role role) {
        return new Visitor(server)
                .with("perennial-session", server.session(role).text());
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /// Every `Set-Cookie` so far.
    List<String> set() {
        return set;
    }

    public String token() {
        return token;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(server.address(path)), headers);
    }

    /// Sends a form with the token of the page seen last.
    ///
    /// @param fields names and values in turn
    public HttpResponse<String> post(String path, String... fields) {
        return post(path, token, fields, new String[0]);
    }

    public HttpResponse<String> post(String path, String formToken, String[] fields, String[] headers) {
        Map<String, String> form = new TreeMap<>(Map.of("_csrf", formToken));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(server.address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    /// Sends a form with a file and the token of the page, as browsers do.
    public HttpResponse<String> upload(String path, String name, byte[] content) {
        get(path);
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(server.address(path + "?_csrf=" + token))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        request.header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.headers(cookie());
        }
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher matcher = TOKEN.matcher(answer.body());
            if (matcher.find()) {
                token = matcher.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The header with all cookies.
    public String[] cookie() {
        return new String[] {
            "Cookie",
            cookies.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("; "))
        };
    }

    private void keep(String header) {
        set.add(header);
        String pair = header.substring(0, header.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }

    /// Signs in by name and password.
    public HttpResponse<String> signIn(String name, String password) {
        get("/sign-in");
        return post("/sign-in", "name", name, "password", password);
    }

    public static String location(HttpResponse<String> answer) {
        return Optional.of(answer)
                .flatMap(each -> each.headers().firstValue("Location"))
                .orElse("");
    }

    @Override
    public void close() {
        client.close();
    }
}
