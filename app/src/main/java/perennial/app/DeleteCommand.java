package perennial.app;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import perennial.app.show.Numbers;
import perennial.core.calendar.Calendar;
import perennial.core.question.BadOption;
import perennial.core.selection.Selection;
import perennial.store.Workspace;
import perennial.store.answer.Sheet;
import perennial.store.erasure.Deletion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `perennial delete`: deletes stored events for good.
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        header = "Delete stored events for good.",
        description = "Says how many it would delete; with --yes it does. Imported again they come back. To take one"
                + " import back use \"${ROOT-COMMAND-NAME} import --undo RUN\"; to erase a person \"${ROOT-COMMAND-NAME}"
                + " erase\".",
        sortOptions = false)
final class DeleteCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--events",
            paramLabel = "SELECTION",
            description = "Which events, under the names they have now; * is any activity. Default: all.")
    private Optional<String> events = Optional.empty();

    @Option(names = "--from", paramLabel = "TIME", description = "Those that happened then or later.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--until", paramLabel = "TIME", description = "Those that happened before then.")
    private Optional<String> until = Optional.empty();

    @Option(names = "--source", paramLabel = "NAME", description = "Those imported under this source.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--yes", description = "Delete them.")
    private boolean isMeant;

    @Option(names = "--list", description = "List what was deleted so far.")
    private boolean isList;

    @ArgGroup
    private WrittenFormat format = new WrittenFormat();

    DeleteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Engine engine = surroundings.open(workspace.directory())) {
            Workspace opened = engine.workspace();
            if (isList) {
                list(opened);
            } else {
                delete(opened);
            }
        }
        return 0;
    }

    private void delete(Workspace opened) {
        if (Stream.of(events, from, until, source).noneMatch(Optional::isPresent)) {
            throw new ParameterException(
                    spec.commandLine(), "Which events? Give at least one of --events, --from, --until and --source");
        }
        Calendar calendar = opened.settings().calendar();
        var deletion = new Deletion(
                events.map(Selection::parse),
                from.map(text -> instant("from", text, calendar)),
                until.map(text -> instant("until", text, calendar)),
                source);
        PrintWriter out = spec.commandLine().getOut();
        if (isMeant) {
            out.println("Deleted " + Numbers.whole(deletion.run(opened)) + " events.");
        } else {
            out.println("This would delete " + Numbers.whole(deletion.count(opened))
                    + " events for good; nothing was changed. Add --yes to delete them.");
        }
    }

    static Instant instant(String option, String text, Calendar calendar) {
        try {
            return Instant.ofEpochMilli(calendar.parse(text));
        } catch (DateTimeException e) {
            throw new BadOption(option, "\"" + text + "\" is not a date or time; write one such as 2026-03-01");
        }
    }

    private void list(Workspace opened) {
        Sheet<Deletion.Done> sheet = Sheet.of("deletions", opened.settings().zone(), Deletion.all(opened))
                .time("at", each -> Optional.of(each.at()))
                .whole("events", Deletion.Done::count)
                .text("what", Deletion.Done::what);
        new SheetWriter(format, surroundings.screen(), spec.commandLine().getOut())
                .write(sheet, "Nothing was deleted so far.");
    }
}
