package perennial.server.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import perennial.core.workspace.Settings;
import perennial.store.ChildProcess;
import perennial.store.Workspace;
import perennial.store.access.Keys;
import perennial.store.access.Scope;

/// A server in a process of its own, as its clients see it; killed when closed.
final class Served implements AutoCloseable {
    private final ChildProcess process;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;

    private Served(ChildProcess process, URI root) {
        this.process = process;
        this.root = root;
    }

    /// Starts one on a workspace that is there; returns when it takes requests.
    static Served start(Path workspace) throws IOException {
        ChildProcess process = starting(workspace);
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        return new Served(process, URI.create("http://" + host + ":" + process.tells("port ")));
    }

    /// One that does not take requests yet.
    static ChildProcess starting(Path workspace) throws IOException {
        return new ChildProcess(ServingProcess.class, workspace.getParent(), workspace);
    }

    /// Makes a new workspace, and a key that may send and read.
    static String newKey(Path workspace) {
        try (var made = Workspace.create(workspace, Settings.standard("test"), Clock.systemUTC())) {
            return new Keys(made).make("web", Set.of(Scope.WRITE, Scope.READ)).text();
        }
    }

    ChildProcess process() {
        return process;
    }

    HttpResponse<String> post(String path, String body, String key) throws IOException, InterruptedException {
        return send(request(path, key).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return send(request(path, key));
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(root.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// Has it end in order, with all that was accepted stored.
    List<String> stop() throws IOException {
        process.goOn();
        return process.rest();
    }

    @Override
    public void close() {
        process.close();
        client.shutdownNow();
    }
}
