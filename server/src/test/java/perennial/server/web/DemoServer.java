package perennial.server.web;

import java.io.IOException;
import java.nio.file.Files;
import perennial.server.TestServer;

/// A server on the demo company.
final class DemoServer {
    private DemoServer() {}

    static TestServer open() throws IOException {
        return new TestServer(Files.createTempDirectory("demo"));
    }
}
