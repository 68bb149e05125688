package perennial.app;

import perennial.app.show.Numbers;
import perennial.core.question.Unit;
import perennial.core.selection.SelectionParser;
import perennial.store.answer.Sheet;
import perennial.store.event.Filter;
import perennial.store.event.Filters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `perennial filters`: which events are outside every question, such as those of colleagues, tests and bots.
@Command(
        name = "filters",
        header = "Leave internal, test and bot traffic out of every question.",
        description = "A filter is a condition on the properties of an event, or under names such as trait:email on the"
                + " newest traits of its person. What it leaves out stays stored, and counts again without it.",
        footer = {
            "Examples:",
            "  ${ROOT-COMMAND-NAME} filters add colleagues \"trait:email contains @ourco.example\" -w shop",
            "  ${ROOT-COMMAND-NAME} filters add bots \"user_agent contains bot or user_agent contains spider\" -w shop"
        })
final class FiltersCommand extends CommandGroup {
    @Mixin
    private ManagedWorkspace workspace = new ManagedWorkspace();

    FiltersCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(
            name = "list",
            header = "List the filters, and how many events each leaves out.",
            mixinStandardHelpOptions = true)
    int list(@Mixin WrittenFormat format) {
        try (Engine engine = open(workspace.directory())) {
            engine.history(Unit.VISITOR);
            Sheet<Filter> sheet = Sheet.of(
                            "filters", engine.workspace().settings().zone(), new Filters(engine.workspace()).all())
                    .text("filter", Filter::name)
                    .text("condition", each -> each.condition().toString())
                    .whole("left_out", Filter::leftOut);
            writer(format).write(sheet, "There are no filters: every event counts.");
        }
        return 0;
    }

    @Command(name = "add", header = "Add a filter, or change the one of this name.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "What it is called.") String name,
            @Parameters(paramLabel = "CONDITION", description = "Which events it leaves out.") String condition) {
        var meant = SelectionParser.condition(condition);
        try (Engine engine = open(workspace.directory())) {
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
        try (Engine engine = open(workspace.directory())) {
            new Filters(engine.workspace()).remove(name);
            out().println("Filter \"" + name + "\" is removed; its events count again.");
        }
        return 0;
    }
}
