package perennial.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import perennial.app.show.Screen;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Option;
import perennial.core.question.QuestionKind;
import perennial.server.Server;
import perennial.server.ingest.RateLimit;
import perennial.server.live.LiveWorkspace;
import picocli.CommandLine.Command;

/// `perennial rehearse`: does in a folder of its own, which it takes away again, what people do most. The launcher runs
/// it once after a build and keeps the classes it needed, so that later starts need not load and link them anew.
@Command(name = "rehearse", hidden = true, header = "Run through the program once, for faster starts.")
final class RehearseCommand implements Callable<Integer> {
    private final Clock clock;

    RehearseCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("perennial-rehearsal");
        String workspace = folder.resolve("demo").toString();
        try {
            run("--help");
            run("demo", "--workspace", workspace, "--customers", "20", "--no-serve");
            for (QuestionKind kind : Catalogue.all()) {
                run("ask", kind.name(), "--help");
                ask(workspace, kind, "--json");
                ask(workspace, kind, "--by", "country");
                ask(workspace, kind, "--csv");
            }
            serve(folder.resolve("demo"));
            return 0;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Starts a server and asks it for a page, and for something it does not have.
    private void serve(Path workspace) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (var live = LiveWorkspace.open(workspace, clock);
                Server server = Server.start(live, here, 0, RateLimit.STANDARD)) {
            ask(here, server.port(), "GET /sign-in HTTP/1.0\r\n\r\n");
            ask(here, server.port(), "POST /v1/batch HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}");
        }
    }

    private static void ask(InetAddress here, int port, String request) throws IOException {
        try (var socket = new Socket(here, port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    /// Each setting that is required, twice where several are taken: so a funnel has its two steps.
    private void ask(String workspace, QuestionKind kind, String... more) {
        List<String> arguments = new ArrayList<>(List.of("ask", kind.name(), "--workspace", workspace));
        kind.options().stream().filter(Option::isRequired).forEach(option -> {
            arguments.addAll(List.of("--" + option.name(), "Signed Up"));
            if (option.isRepeatable()) {
                arguments.addAll(List.of("--" + option.name(), "App Opened"));
            }
        });
        arguments.addAll(List.of(more));
        run(arguments.toArray(String[]::new));
    }

    private void run(String... arguments) {
        var nowhere = new PrintWriter(Writer.nullWriter());
        Main.run(arguments, new Surroundings(clock, new Screen(100, true)), nowhere, nowhere);
    }
}
