package perennial.server.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import perennial.server.Server;
import perennial.server.ingest.RateLimit;
import perennial.server.live.LiveWorkspace;

/// A process of its own that serves a workspace. Says `port N` when it does; a line on standard input ends it in order.
final class ServingProcess {
    private static final RateLimit ANY = new RateLimit(10_000_000);

    private ServingProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (LiveWorkspace live = LiveWorkspace.open(Path.of(arguments[0]), Clock.systemUTC());
                Server server = Server.start(live, InetAddress.getLoopbackAddress(), 0, ANY)) {
            System.out.println("port " + server.port());
            System.in.read();
        }
    }
}
