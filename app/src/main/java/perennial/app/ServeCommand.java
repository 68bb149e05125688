package perennial.app;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import perennial.core.workspace.Settings;
import perennial.server.ingest.RateLimit;
import perennial.server.openid.OpenId;
import perennial.server.signin.PublicAddress;
import perennial.store.Workspace;
import perennial.store.backup.Backups;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `perennial serve`: opens a port on a workspace until the process is told to end.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        header = "Take events over HTTP and answer questions, until stopped.",
        description =
                "Point the client of Segment, RudderStack, PostHog, Mixpanel or Amplitude that you have to the address"
                        + " it prints, with a write key made by \"${ROOT-COMMAND-NAME} keys create\". The workspace is made if there is"
                        + " none. Stopping (Ctrl-C, SIGTERM) stores first what was accepted. Other commands on the workspace are run"
                        + " by the server.",
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 for any that is free. Default: 8080.")
    private int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Default: 127.0.0.1, this machine alone; 0.0.0.0 for all.")
    private InetAddress address = InetAddress.getLoopbackAddress();

    @Option(
            names = "--events-per-second",
            paramLabel = "N",
            description =
                    "Events that one key may send a second, in the mean; ten seconds' worth at once. Default: 100000.")
    private Optional<Long> eventsPerSecond = Optional.empty();

    @Option(
            names = "--backups",
            paramLabel = "DIR",
            description =
                    "Where administrators may make backups on the page for them. Default: nowhere; they can download one.")
    private Optional<Path> backups = Optional.empty();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "What others open this server with, such as https://perennial.example.com; links to pass on begin with it."
                            + " Default: what the browser was opened with, on this machine alone or at its bare address.")
    private Optional<String> publicUrl = Optional.empty();

    @ArgGroup(
            exclusive = false,
            heading = "%nSigning in to the pages by OpenID Connect, beside passwords (all three together):%n")
    private OpenIdOptions openId = new OpenIdOptions();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        requirePort(spec, port);
        RateLimit rate = rate();
        Optional<OpenId> provider = provider();
        PublicAddress reached = reached();
        if (!Workspace.isAt(workspace.directory())) {
            Settings settings = Settings.standard(InitCommand.nameOf(workspace.directory()));
            Workspace.create(workspace.directory(), settings, surroundings.clock())
                    .close();
        }
        Serving serving = Serving.start(
                workspace.directory(),
                surroundings,
                address,
                port,
                rate,
                provider,
                backups.map(surroundings::file).map(Path::toAbsolutePath).map(Backups::new),
                reached);
        CountDownLatch stopped = serving.stopped();
        PrintWriter out = spec.commandLine().getOut();
        String url = "http://" + address.getHostAddress() + ":" + serving.port();
        out.println("Serving workspace " + workspace.directory() + " at " + url);
        serving.firstAdministrator()
                .ifPresent(path -> out.println("Nobody can sign in yet. Make the first administrator, until this stops,"
                        + " at " + reached.given().map(URI::toString).orElse(url) + path));
        out.flush();
        stopped.await();
        return 0;
    }

    /// Refuses what is no port.
    static void requirePort(CommandSpec spec, int port) {
        if (port < 0 || port > MOST_PORT) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--port: " + port + " is no port; give one from 1 to " + MOST_PORT + ", or 0 for any that is free");
        }
    }

    private Optional<OpenId> provider() {
        try {
            return openId.provider(surroundings);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private PublicAddress reached() {
        try {
            return publicUrl.map(PublicAddress::of).orElse(PublicAddress.UNKNOWN);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--public-url: " + e.getMessage(), e);
        }
    }

    private RateLimit rate() {
        try {
            return eventsPerSecond.map(RateLimit::new).orElse(RateLimit.STANDARD);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--events-per-second: " + e.getMessage());
        }
    }
}
