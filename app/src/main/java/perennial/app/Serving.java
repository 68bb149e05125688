package perennial.app;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import perennial.app.control.Control;
import perennial.server.Server;
import perennial.server.ingest.RateLimit;
import perennial.server.live.LiveWorkspace;
import perennial.server.openid.OpenId;
import perennial.server.signin.PublicAddress;
import perennial.store.access.Actor;
import perennial.store.access.People;
import perennial.store.access.Role;
import perennial.store.backup.Backups;

/// A workspace served: over HTTP to everybody with a key, and to the command line of this machine.
final class Serving implements AutoCloseable {
    private final LiveWorkspace live;
    private final Server server;
    private final Control control;

    private Serving(LiveWorkspace live, Server server, Control control) {
        this.live = live;
        this.server = server;
        this.control = control;
    }

    static Serving start(
            Path directory,
            Surroundings surroundings,
            InetAddress address,
            int port,
            RateLimit rate,
            Optional<OpenId> openId,
            Optional<Backups> backups,
            PublicAddress reached) {
        LiveWorkspace live = LiveWorkspace.open(directory, surroundings.clock());
        boolean isServed = false;
        try {
            Server server = Server.start(live, address, port, rate, openId, backups, reached);
            try {
                var serving = new Serving(live, server, Control.open(directory, runner(live, surroundings)));
                isServed = true;
                return serving;
            } finally {
                if (!isServed) {
                    server.close();
                }
            }
        } finally {
            if (!isServed) {
                live.close();
            }
        }
    }

    private static Control.Runner runner(LiveWorkspace live, Surroundings surroundings) {
        return (order, out, err) -> Main.run(
                order.arguments().toArray(String[]::new),
                new Surroundings(
                        surroundings.clock(),
                        order.screen(),
                        order.showsProgress(),
                        order.program(),
                        order.directory(),
                        new ServedWorkspace(live)),
                out,
                err);
    }

    int port() {
        return server.port();
    }

    /// See [Server#firstAdministrator].
    Optional<String> firstAdministrator() {
        return server.firstAdministrator();
    }

    /// Where the user of this name, an administrator, signs in once; it is made if there is none.
    String signIn(String name) {
        People people = live.people();
        return server.signIn(people.users()
                .find(name)
                .orElseGet(() ->
                        people.invite(Actor.COMMAND_LINE, name, Role.ADMIN).user()));
    }

    /// Is counted down when the process was told to end and this is closed.
    CountDownLatch stopped() {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            close();
            stopped.countDown();
        }));
        return stopped;
    }

    /// Ends commands, answers what was asked already, stores what was delivered, and gives the workspace up.
    @Override
    public void close() {
        control.close();
        server.close();
        live.close();
    }
}
