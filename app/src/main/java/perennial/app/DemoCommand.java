package perennial.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import perennial.app.report.Report;
import perennial.app.show.Numbers;
import perennial.app.show.ProgressLine;
import perennial.company.DemoCompany;
import perennial.core.workspace.Settings;
import perennial.server.ingest.RateLimit;
import perennial.server.signin.PublicAddress;
import perennial.store.PrivateDirectory;
import perennial.store.Workspace;
import perennial.store.event.Filters;
import perennial.store.imports.EventImport;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.ImportSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `perennial demo`: makes a workspace with the demo company, unless it is there, reports on it and serves it.
///
/// The workspace is made beside its place and moved there when it is whole: a demo that is cut off starts anew.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "Make a company to play with, report on it and serve it.",
        description = {
            "The first time, invents a company with two years of history and imports it like any other.",
            "What holds in it was planted; docs/demo.md lists the truth. At the end it prints an address that opens the"
                    + " pages and signs you in, and serves them until stopped."
        })
final class DemoCommand implements Callable<Integer> {
    /// As whom one looks at the pages.
    private static final String USER = "demo";

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            defaultValue = "demo",
            description = "Where the workspace is, or is to be. Default: ${DEFAULT-VALUE}.")
    private Path directory = Path.of("demo");

    @Option(
            names = "--customers",
            paramLabel = "N",
            description = "How many customers the company has. Default: " + DemoCompany.CUSTOMERS + ".")
    private Optional<Integer> customers = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to serve it on, for this machine alone; 0 for any that is free. Default: 8080.")
    private int port = 8080;

    @Option(names = "--no-serve", description = "End after the report.")
    private boolean endsAfterReport;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServeCommand.requirePort(spec, port);
        PrintWriter err = spec.commandLine().getErr();
        if (!surroundings.isAt(directory)) {
            make(err);
        } else if (customers.isPresent()) {
            err.println("The company in " + directory
                    + " is there already and keeps its size; delete the folder to make another.");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Engine engine = surroundings.open(directory)) {
            new Report(directory.toString(), surroundings.program(), surroundings.screen(), engine.answers()::ask)
                    .print(out);
            new Filters(engine.workspace()).rules().forEach(rule -> {
                out.println();
                surroundings.screen().wrap(rule).forEach(out::println);
            });
        }
        if (!endsAfterReport) {
            out.println();
            if (surroundings.workspaces().areServed()) {
                out.println("A server serves the company in " + directory + " already.");
            } else {
                serve(out);
            }
        }
        return 0;
    }

    private void serve(PrintWriter out) throws InterruptedException {
        InetAddress here = InetAddress.getLoopbackAddress();
        Serving serving = Serving.start(
                surroundings.file(directory),
                surroundings,
                here,
                port,
                RateLimit.STANDARD,
                Optional.empty(),
                Optional.empty(),
                PublicAddress.UNKNOWN);
        CountDownLatch stopped = serving.stopped();
        String url = "http://" + here.getHostAddress() + ":" + serving.port();
        out.println("Serving the company in " + directory + " at " + url + " until stopped (Ctrl-C).");
        out.println("Open this address once, it signs you in: " + url + serving.signIn(USER));
        out.flush();
        stopped.await();
    }

    private void make(PrintWriter err) throws IOException {
        Path place = surroundings.file(directory).toAbsolutePath().normalize();
        requireEmpty(place);
        Path aside = place.resolveSibling(place.getFileName() + ".making");
        delete(aside);
        try {
            PrivateDirectory.make(aside);
            fill(aside, customers.orElse(DemoCompany.CUSTOMERS), err);
            Files.deleteIfExists(place);
            Files.move(aside, place);
        } finally {
            delete(aside);
        }
    }

    private void requireEmpty(Path place) throws IOException {
        if (Files.exists(place)) {
            boolean isEmpty = false;
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    isEmpty = files.findAny().isEmpty();
                }
            }
            if (!isEmpty) {
                throw new ParameterException(
                        spec.commandLine(),
                        directory + " is there and is no workspace; name another place with --workspace");
            }
        }
    }

    private void fill(Path workspace, int size, PrintWriter err) throws IOException {
        Path events = workspace.resolve("company.ndjson.gz");
        err.println("Inventing a company of " + Numbers.whole(size) + " customers ...");
        try {
            DemoCompany.write(events, size, DemoCompany.SEED);
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), "--customers: " + fault.getMessage(), fault);
        }
        err.println("Importing its history ...");
        ImportSummary summary;
        try (Workspace made = Workspace.create(workspace, settings(), surroundings.clock());
                var progress = new ProgressLine(err, surroundings.clock(), surroundings.showsProgress())) {
            summary = EventImport.run(made, ImportPlan.segment(List.of(events)), progress::at);
        }
        err.println("Stored " + Numbers.whole(summary.stored()) + " events and " + Numbers.whole(summary.facts())
                + " facts; " + Numbers.whole(summary.duplicates()) + " duplicates counted once.");
        Files.delete(events);
        err.println("Running its campaigns ...");
        new DemoCampaigns(workspace, settings().zone()).run();
    }

    private static Settings settings() {
        return Settings.standard("demo").withZone(ZoneId.of("Europe/Berlin")).withCurrency(Currency.getInstance("EUR"));
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
