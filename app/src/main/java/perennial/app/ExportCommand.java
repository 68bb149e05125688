package perennial.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.app.show.Numbers;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.question.BadOption;
import perennial.core.question.Unit;
import perennial.core.segment.Roster;
import perennial.core.selection.Selection;
import perennial.store.Workspace;
import perennial.store.export.Export;
import perennial.store.imports.Format;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `perennial export`: writes what is stored to a file that import reads back.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        header = "Write events to a file that import reads back.",
        description =
                "As NDJSON with links and traits, in the Segment shape; as CSV or Parquet the events alone. Events go"
                        + " out under the names they came with.",
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "ndjson",
            description = "ndjson, csv or parquet. Default: ndjson.")
    private String format = "ndjson";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Write the file anew if it is there.")
    private boolean isForced;

    /// Exactly one of them.
    static final class What {
        @Option(names = "--all", description = "Everything that is stored.")
        private boolean all;

        @Option(
                names = "--events",
                paramLabel = "SELECTION",
                description = "Some events, under the names they have now; * is any activity.")
        private Optional<String> events = Optional.empty();

        @Option(names = "--user", paramLabel = "ID", description = "What is known about a person, by all linked ids.")
        private Optional<String> user = Optional.empty();

        @Option(names = "--visitor", paramLabel = "ID", description = "The same, by an anonymous id.")
        private Optional<String> visitor = Optional.empty();

        @Option(names = "--customer", paramLabel = "ID", description = "What is known about an account that pays.")
        private Optional<String> customer = Optional.empty();

        @Option(
                names = "--segment",
                paramLabel = "NAME|EXPRESSION",
                description = "What is known about the customers who are in a segment now.")
        private Optional<String> segment = Optional.empty();

        private Optional<Owner> owner() {
            return user.map(id -> new Owner(Owner.Kind.USER, id))
                    .or(() -> visitor.map(id -> new Owner(Owner.Kind.VISITOR, id)))
                    .or(() -> customer.map(id -> new Owner(Owner.Kind.ACCOUNT, id)));
        }
    }

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Format written = Format.of(format);
        Path place = surroundings.file(file);
        if (Files.isRegularFile(place) && !isForced) {
            throw new BadOption("out", file + " is there already; name another file, or add --force to write it anew");
        }
        try (Engine engine = surroundings.open(workspace.directory())) {
            Workspace opened = engine.workspace();
            long events = what.owner()
                    .map(List::of)
                    .or(() -> what.segment.map(text -> members(text, engine.history(Unit.CUSTOMER))))
                    .map(owners -> Export.of(opened, owners, written, place))
                    .or(() -> what.events.map(text -> Export.of(opened, Selection.parse(text), written, place)))
                    .orElseGet(() -> Export.all(opened, written, place));
            spec.commandLine().getOut().println("Wrote " + Numbers.whole(events) + " events to " + file + ".");
        }
        return 0;
    }

    private static List<Owner> members(String segment, History history) {
        List<Owner> owners = new ArrayList<>();
        Roster.of(history.segments().read(segment), history)
                .members()
                .forEachRemaining(member -> owners.add(member.owner()));
        return owners;
    }
}
