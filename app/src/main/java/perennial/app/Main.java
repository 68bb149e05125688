package perennial.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import perennial.app.control.Order;
import perennial.app.show.Program;
import perennial.app.show.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// The program. Reads what only a `main` may read (arguments, environment, clock), runs the command, ends with its exit
/// code.
@Command(
        name = "perennial",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Which customers leave, which come back, and what brought them back.",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Put events in, ask questions, get every number with its interval, its state and the people behind it.",
            "New here? \"${ROOT-COMMAND-NAME} demo\" makes a company to play with and reports on it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done; refused rows of an import are reported, they do not fail it.",
            "1:The run failed; what happened stands on standard error.",
            "2:Wrong usage; nothing was done."
        },
        footer = "\"${ROOT-COMMAND-NAME} COMMAND --help\" explains a command.")
public final class Main implements Runnable {
    private static final int DEFAULT_WIDTH = 100;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program a failure arose.")
    boolean debug;

    private final CommandLine line = new CommandLine(this);

    private Main() {}

    public static void main(String[] arguments) {
        // UTF-8 whatever the locale says: JSON and CSV are files, and terminals of today read nothing else.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(
                arguments,
                new Surroundings(
                        Clock.systemUTC(),
                        screen(System.getenv()),
                        System.getenv("PERENNIAL_ERR_TERMINAL") != null,
                        new Program(System.getProperty("perennial.program", Program.PERENNIAL.name()))),
                new PrintWriter(out),
                new PrintWriter(err, true));
        out.flush();
        System.exit(code);
    }

    /// Runs one command line and returns its exit code.
    static int run(String[] arguments, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        CommandLine line = line(surroundings, List.of(arguments));
        line.setOut(out)
                .setErr(err)
                .setExecutionStrategy(parsed -> Named.workspace(parsed)
                        .flatMap(directory -> surroundings.workspaces().served(surroundings.file(directory)))
                        .map(served -> served.run(order(arguments, surroundings), out, err))
                        .orElseGet(() -> new RunLast().execute(parsed)));
        int code;
        try {
            code = line.execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println("There was not enough memory. Give more, for example PERENNIAL_OPTS=-Xmx4g.");
            code = CommandLine.ExitCode.SOFTWARE;
        }
        out.flush();
        err.flush();
        return code;
    }

    private static Order order(String[] arguments, Surroundings surroundings) {
        return new Order(
                surroundings.directory().toAbsolutePath(),
                surroundings.screen(),
                surroundings.showsProgress(),
                surroundings.program(),
                List.of(arguments));
    }

    /// The command line with every command.
    static CommandLine line(Surroundings surroundings, List<String> arguments) {
        var main = new Main();
        main.line.addSubcommand(new InitCommand(surroundings));
        main.line.addSubcommand(new ImportCommand(surroundings));
        main.line.addSubcommand(new ImportsCommand(surroundings));
        main.line.addSubcommand(new RejectsCommand(surroundings));
        main.line.addSubcommand(new EventsCommand(surroundings));
        main.line.addSubcommand(new FiltersCommand(surroundings));
        main.line.addSubcommand(new DeleteCommand(surroundings));
        main.line.addSubcommand(new ExportCommand(surroundings));
        main.line.addSubcommand(new BackupCommand(surroundings));
        main.line.addSubcommand(new KeepCommand(surroundings));
        main.line.addSubcommand(new EraseCommand(surroundings));
        main.line.addSubcommand(new ReconcileCommand(surroundings));
        main.line.addSubcommand(AskCommand.line(surroundings, arguments));
        main.line.addSubcommand(new SegmentCommand(surroundings));
        main.line.addSubcommand(new KpiCommand(surroundings));
        main.line.addSubcommand(new CampaignCommand(surroundings));
        main.line.addSubcommand(new ChannelsCommand(surroundings));
        main.line.addSubcommand(new ServeCommand(surroundings));
        main.line.addSubcommand(new KeysCommand(surroundings));
        main.line.addSubcommand(new UsersCommand(surroundings));
        main.line.addSubcommand(new DemoCommand(surroundings));
        main.line.addSubcommand(new DoctorCommand(surroundings));
        main.line.addSubcommand(new RehearseCommand(surroundings.clock()));
        head(main.line);
        var faults = new Faults(surroundings.program());
        return main.line
                .setCommandName(surroundings.program().name())
                .registerConverter(Integer.class, Main::whole)
                .registerConverter(int.class, Main::whole)
                .registerConverter(InetAddress.class, Main::address)
                .setUsageHelpWidth(surroundings.screen().width())
                .setUsageHelpLongOptionsMaxWidth(32)
                .setExecutionExceptionHandler(faults)
                .setParameterExceptionHandler(faults);
    }

    /// Puts a heading over each part of a command's help that has none of its own, and of those of its commands.
    private static void head(CommandLine line) {
        UsageMessageSpec help = line.getCommandSpec().usageMessage();
        if (help.description().length > 0) {
            help.descriptionHeading("%n");
        }
        if (help.optionListHeading().isEmpty()) {
            help.optionListHeading("%nOptions:%n");
        }
        if (help.commandListHeading().equals(CommandSpec.create().usageMessage().commandListHeading())) {
            help.commandListHeading("%nCommands:%n");
        }
        if (help.footer().length > 0) {
            help.footerHeading("%n");
        }
        line.getSubcommands().values().forEach(Main::head);
    }

    private static Integer whole(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("\"" + text + "\" is not a whole number; give one such as 1");
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no address of a machine; give one such as 127.0.0.1");
        }
    }

    /// The screen that the environment describes: COLUMNS wide, coloured in a terminal unless NO_COLOR is set.
    static Screen screen(Map<String, String> environment) {
        boolean isTerminal = environment.containsKey("PERENNIAL_TERMINAL");
        boolean wantsColours = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        String columns = environment.getOrDefault("COLUMNS", "");
        int width = columns.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
        return new Screen(width, isTerminal && wantsColours);
    }

    /// Without a command: what there is.
    @Override
    public void run() {
        line.usage(line.getOut());
    }
}
