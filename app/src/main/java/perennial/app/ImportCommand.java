package perennial.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import perennial.app.show.ImportReport;
import perennial.app.show.Numbers;
import perennial.app.show.ProgressLine;
import perennial.core.selection.Condition;
import perennial.core.selection.SelectionError;
import perennial.core.selection.SelectionParser;
import perennial.core.workspace.Settings;
import perennial.store.imports.BadPlan;
import perennial.store.imports.EventImport;
import perennial.store.imports.Export;
import perennial.store.imports.Field;
import perennial.store.imports.Format;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.ImportSummary;
import perennial.store.imports.Mapping;
import perennial.store.imports.Preview;
import perennial.store.imports.Reading;
import perennial.store.imports.Tool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `perennial import`: brings event histories in, shows what it would bring, or takes an import back.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Import events from CSV, NDJSON or Parquet files.",
        customSynopsis = {
            "${ROOT-COMMAND-NAME} import FILE... --workspace DIR --user COL --time COL (--event COL | --event-name NAME) [OPTIONS]",
            "       ${ROOT-COMMAND-NAME} import FILE... --workspace DIR --from TOOL [OPTIONS]          (a tool's own export)",
            "       ${ROOT-COMMAND-NAME} import FILE... --workspace DIR          (NDJSON in the Segment shape)",
            "       ${ROOT-COMMAND-NAME} import --undo RUN --workspace DIR"
        },
        description = {
            "The workspace is made if there is none. Files may be packed with gzip. Rows that cannot be stored are refused and listed by \"${ROOT-COMMAND-NAME} rejects\"; the"
                    + " others are stored. A row counts once: the same file again adds nothing. An import that is cut off"
                    + " leaves nothing; run it again."
        },
        sortOptions = false,
        parameterListHeading = "%n")
final class ImportCommand implements Callable<Integer> {
    private static final int PREVIEWED = 10;

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "The files to import, together or not at all.")
    private List<Path> files = List.of();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--from",
            paramLabel = "TOOL",
            description =
                    "The tool whose export the files are: posthog, mixpanel, amplitude, ga4 or segment. No columns"
                            + " are named then, but --customer may name the group or property that is the account.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--user", paramLabel = "COL", description = "Column of the user's id.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--visitor", paramLabel = "COL", description = "Column of the anonymous visitor's id.")
    private Optional<String> visitor = Optional.empty();

    @Option(names = "--customer", paramLabel = "COL", description = "Column of the id of the account that pays.")
    private Optional<String> customer = Optional.empty();

    @Option(names = "--time", paramLabel = "COL", description = "Column of the time at which it happened.")
    private Optional<String> time = Optional.empty();

    @Option(
            names = "--time-format",
            paramLabel = "FORMAT",
            description =
                    "iso, epoch-s, epoch-ms, epoch-us, or a pattern such as yyyyMMdd. Default: seen from each cell.")
    private Optional<String> timeFormat = Optional.empty();

    @Option(names = "--event", paramLabel = "COL", description = "Column of the event's name.")
    private Optional<String> event = Optional.empty();

    @Option(names = "--event-name", paramLabel = "NAME", description = "The name of all events.")
    private Optional<String> eventName = Optional.empty();

    @Option(names = "--value", paramLabel = "COL", description = "Column of what the event was worth.")
    private Optional<String> value = Optional.empty();

    @Option(
            names = "--currency",
            paramLabel = "COL|CODE",
            description = "Column of the value's currency, or a code such as EUR for all. Default: the workspace's.")
    private Optional<String> currency = Optional.empty();

    @Option(
            names = "--property",
            paramLabel = "COL[:TYPE]",
            description =
                    "Column to keep with the event; may be given more than once. TYPE is text, number, boolean or json;"
                            + " guessed over the whole file if not given.")
    private List<String> properties = List.of();

    @Option(
            names = "--trait",
            paramLabel = "COL[:TYPE]",
            description = "Column to keep as a trait of the user, dated by the row; may be given more than once.")
    private List<String> traits = List.of();

    @Option(
            names = "--message-id",
            paramLabel = "COL",
            description = "Column of the id that each row has once for all time.")
    private Optional<String> messageId = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = ImportPlan.DEFAULT_SOURCE,
            description = "Where the rows come from; message ids count within it. Default: import.")
    private String source = ImportPlan.DEFAULT_SOURCE;

    @Option(
            names = "--where",
            paramLabel = "EXPR",
            description = "Import only rows such as \"Quantity > 0, not (InvoiceNo starts-with C)\".")
    private Optional<String> where = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, ndjson or parquet. Default: seen from the file.")
    private Optional<String> format = Optional.empty();

    @Option(names = "--dry-run", description = "Show the first rows as they would be stored; write nothing.")
    private boolean isDryRun;

    @Option(names = "--undo", paramLabel = "RUN", description = "Take the import of this number back.")
    private Optional<Integer> undo = Optional.empty();

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (undo.isPresent()) {
            undo(undo.get());
        } else if (files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no file to import; name at least one, or an import to take back with --undo");
        } else if (isDryRun) {
            preview(plan());
        } else {
            run(plan());
        }
        return 0;
    }

    private void run(ImportPlan plan) {
        Settings standard = Settings.standard(InitCommand.nameOf(workspace.directory()));
        if (!surroundings.isAt(workspace.directory())) {
            EventImport.check(standard, plan); // a workspace is not made for a plan that cannot work
        }
        try (Engine engine = surroundings.openOrCreate(workspace.directory(), standard)) {
            ImportSummary summary;
            try (var progress = progress()) {
                summary = EventImport.run(engine.workspace(), plan, progress::at);
            }
            spec.commandLine().getOut().print(ImportReport.of(summary, workspace.directory(), surroundings.program()));
            spec.commandLine().getOut().flush(); // what is stored is told, whatever comes
            engine.prepare();
        }
    }

    private void preview(ImportPlan plan) {
        Settings settings = Settings.standard(InitCommand.nameOf(workspace.directory()));
        if (surroundings.isAt(workspace.directory())) {
            try (Engine engine = surroundings.open(workspace.directory())) {
                settings = engine.workspace().settings();
            }
        }
        Preview preview;
        try (var progress = progress()) {
            preview = EventImport.preview(settings, plan, PREVIEWED, progress::at);
        }
        spec.commandLine().getOut().print(ImportReport.of(preview));
    }

    private void undo(int run) {
        if (!files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--undo takes an import back and reads no file; leave out " + files.getFirst());
        }
        try (Engine engine = surroundings.open(workspace.directory())) {
            long events = EventImport.undo(engine.workspace(), run);
            spec.commandLine()
                    .getOut()
                    .println("Took import " + run + " back: " + Numbers.whole(events)
                            + " events and what came with them. Rows of other imports that were left out as its duplicates"
                            + " come in when those are imported again.");
        }
    }

    private ProgressLine progress() {
        return new ProgressLine(spec.commandLine().getErr(), surroundings.clock(), surroundings.showsProgress());
    }

    private ImportPlan plan() {
        List<Path> found = files.stream().map(surroundings::file).toList();
        return new ImportPlan(found, format.map(Format::of), reading(), source, where.map(ImportCommand::condition));
    }

    private static Condition condition(String where) {
        try {
            return SelectionParser.condition(where);
        } catch (SelectionError fault) {
            throw new BadPlan("--where: " + fault.getMessage()
                    + "\nWrite a condition such as \"Quantity > 0, Country in (UK, FR)\".");
        }
    }

    /// Without any option that says how, the files are in the Segment shape.
    private Optional<Reading> reading() {
        if (from.isPresent()) {
            columns().findFirst().ifPresent(option -> {
                throw new ParameterException(
                        spec.commandLine(),
                        "--from says where everything stands in the files; leave out " + option
                                + ", or leave out --from and name all columns");
            });
            return Optional.of(new Export(Tool.of(from.get()), customer));
        }
        return columns().findFirst().isPresent() || customer.isPresent()
                ? Optional.of(new Mapping(
                        user,
                        visitor,
                        customer,
                        time.orElse(""),
                        timeFormat,
                        event,
                        eventName,
                        value,
                        currency,
                        fields(properties),
                        fields(traits),
                        messageId))
                : Optional.empty();
    }

    /// The options given that name a column, other than `--customer`.
    private Stream<String> columns() {
        return Stream.of(
                        "--user",
                        "--visitor",
                        "--time",
                        "--time-format",
                        "--event",
                        "--event-name",
                        "--value",
                        "--currency",
                        "--property",
                        "--trait",
                        "--message-id")
                .filter(option -> spec.commandLine().getParseResult().hasMatchedOption(option));
    }

    private static List<Field> fields(List<String> texts) {
        List<Field> fields = new ArrayList<>();
        texts.forEach(text -> fields.add(Field.parse(text)));
        return fields;
    }
}
