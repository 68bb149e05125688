package perennial.app;

import java.io.PrintWriter;
import perennial.app.show.Numbers;
import perennial.core.question.Unit;
import perennial.core.selection.SelectionParser;
import perennial.store.answer.Sheet;
import perennial.store.event.Filter;
import perennial.store.event.Filters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `perennial filters`: which events are outside every question, such as those of colleagues, tests and bots.
@Command(
        name = "filters",
        mixinStandardHelpOptions = true,
        header = "Leave internal, test and bot traffic out of every question.",
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        description = "A filter is a condition on the properties of an event, or under names such as trait:email on the"
                + " newest traits of its person. What it leaves out stays stored, and counts again without it.",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%n",
        footer = {
            "Examples:",
            "  ${ROOT-COMMAND-NAME} filters add colleagues \"trait:email contains @ourco.example\" -w shop",
            "  ${ROOT-COMMAND-NAME} filters add bots \"user_agent contains bot or user_agent contains spider\" -w shop"
        })
final class FiltersCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ManagedWorkspace workspace = new ManagedWorkspace();

    FiltersCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        spec.commandLine().usage(out(), Help.Ansi.OFF);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private Engine open() {
        return surroundings.open(workspace.directory());
    }

    @Command(
            name = "list",
            header = "List the filters, and how many events each leaves out.",
            mixinStandardHelpOptions = true)
    int list(@Mixin WrittenFormat format) {
        try (Engine engine = open()) {
            engine.history(Unit.VISITOR);
            Sheet<Filter> sheet = Sheet.of(
                            "filters", engine.workspace().settings().zone(), new Filters(engine.workspace()).all())
                    .text("filter", Filter::name)
                    .text("condition", each -> each.condition().toString())
                    .whole("left_out", Filter::leftOut);
            new SheetWriter(format, surroundings.screen(), out())
                    .write(sheet, "There are no filters: every event counts.");
        }
        return 0;
    }

    @Command(name = "add", header = "Add a filter, or change the one of this name.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "What it is called.") String name,
            @Parameters(paramLabel = "CONDITION", description = "Which events it leaves out.") String condition) {
        var meant = SelectionParser.condition(condition);
        try (Engine engine = open()) {
            var filters = new Filters(engine.workspace());
            filters.add(name, meant);
            engine.history(Unit.VISITOR);
            out().println("Filter \"" + name + "\" leaves out "
                    + Numbers.whole(filters.all().stream()
                            .filter(each -> each.name().equals(name))
                            .mapToLong(Filter::leftOut)
                            .sum())
                    + " events that no other filter does.");
        }
        return 0;
    }

    @Command(name = "remove", header = "Remove a filter; its events count again.", mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME", description = "A filter.") String name) {
        try (Engine engine = open()) {
            new Filters(engine.workspace()).remove(name);
            out().println("Filter \"" + name + "\" is removed; its events count again.");
        }
        return 0;
    }
}
