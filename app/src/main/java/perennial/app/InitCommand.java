package perennial.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import perennial.core.event.Role;
import perennial.core.workspace.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `perennial init`: makes an empty workspace.
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        header = "Make an empty workspace.",
        description = "An import makes one too, with UTC, weeks from Monday and US dollars.",
        sortOptions = false)
final class InitCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--name", paramLabel = "NAME", description = "What it is called. Default: the directory's name.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Where days begin, such as Europe/Berlin. Default: UTC.")
    private String zone = "UTC";

    @Option(
            names = "--week-start",
            paramLabel = "DAY",
            defaultValue = "monday",
            description = "First day of the week. Default: monday.")
    private String weekStart = "monday";

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            description = "Currency of values that come without one, such as EUR. Default: USD.")
    private String currency = "USD";

    @Option(
            names = "--life-start",
            paramLabel = "EVENT",
            description = "Event that begins a contract; may be given more than once. Default: Subscription Started.")
    private List<String> lifeStart = List.of();

    @Option(
            names = "--life-end",
            paramLabel = "EVENT",
            description = "Event that ends a contract; may be given more than once. Default: Subscription Cancelled.")
    private List<String> lifeEnd = List.of();

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        surroundings.create(workspace.directory(), settings).close();
        spec.commandLine()
                .getOut()
                .println("Made workspace " + settings.name() + " in " + workspace.directory() + ": " + settings.zone()
                        + ", weeks from " + settings.weekStart().toString().toLowerCase(Locale.ROOT) + ", "
                        + settings.currency() + ".");
        return 0;
    }

    private Settings settings() {
        try {
            return Settings.standard(name.orElseGet(() -> nameOf(workspace.directory())))
                    .withZone(read("--zone", zone, Settings::zone))
                    .withWeekStart(read("--week-start", weekStart, Settings::weekStart))
                    .withCurrency(read("--currency", currency, Settings::currency))
                    .withNames(Role.LIFE_START, lifeStart.isEmpty() ? Role.LIFE_START.standardNames() : lifeStart)
                    .withNames(Role.LIFE_END, lifeEnd.isEmpty() ? Role.LIFE_END.standardNames() : lifeEnd);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /// What a workspace in this directory is called when nobody says.
    static String nameOf(Path directory) {
        Path last = directory.toAbsolutePath().normalize().getFileName();
        return last == null ? "workspace" : last.toString();
    }

    /// An option, read; a fault names it.
    private <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), name + ": " + fault.getMessage(), fault);
        }
    }
}
