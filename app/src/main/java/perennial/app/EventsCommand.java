package perennial.app;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import perennial.app.show.Numbers;
import perennial.core.event.BadName;
import perennial.core.event.Role;
import perennial.core.history.Doers;
import perennial.core.question.Unit;
import perennial.store.Workspace;
import perennial.store.answer.Sheet;
import perennial.store.event.EventCatalogue;
import perennial.store.event.EventCatalogue.NamedEvents;
import perennial.store.event.EventCatalogue.Property;
import perennial.store.event.EventDefinitions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `perennial events`: which events there are, what properties they have, what they are called and what they mean.
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        header = "List the events there are, rename, merge, describe, hide and mark them.",
        customSynopsis = {
            "${ROOT-COMMAND-NAME} events --workspace DIR [--all] [--json|--csv]",
            "       ${ROOT-COMMAND-NAME} events NAME --workspace DIR [--json|--csv]       (its properties)",
            "       ${ROOT-COMMAND-NAME} events COMMAND ... --workspace DIR"
        },
        description = "What is decided here is kept beside the events, which stay as they came: all of it can be taken"
                + " back.")
final class EventsCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ManagedWorkspace workspace = new ManagedWorkspace();

    @ArgGroup
    private WrittenFormat format = new WrittenFormat();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "An event, to list its properties.")
    private Optional<String> event = Optional.empty();

    @Option(names = "--all", description = "List hidden events too.")
    private boolean all;

    EventsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        try (Engine engine = surroundings.open(workspace.directory())) {
            var catalogue = new EventCatalogue(engine.workspace());
            ZoneId zone = engine.workspace().settings().zone();
            if (event.isPresent()) {
                new EventDefinitions(engine.workspace()).require(event.get());
                properties(event.get(), catalogue, zone);
            } else {
                list(catalogue.events(Doers.of(engine.history(Unit.VISITOR))), zone);
            }
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void list(List<NamedEvents> found, ZoneId zone) {
        List<NamedEvents> listed =
                found.stream().filter(each -> all || !each.isHidden()).toList();
        Sheet<NamedEvents> sheet = Sheet.of("events", zone, listed)
                .text("event", NamedEvents::name)
                .whole("events", NamedEvents::events)
                .whole("people", NamedEvents::people)
                .time("first", each -> Optional.of(each.first()))
                .time("last", each -> Optional.of(each.last()))
                .flag("activity", NamedEvents::isActivity)
                .texts("roles", NamedEvents::roles)
                .flag("hidden", NamedEvents::isHidden)
                .texts("sent_as", NamedEvents::sentAs)
                .text("description", NamedEvents::description);
        show(sheet, surroundings.program().noEvents(workspace.directory()));
        int hidden = found.size() - listed.size();
        if (hidden > 0 && isForReading()) {
            out().println();
            out().println(Numbers.whole(hidden) + " hidden; --all lists them too.");
        }
    }

    private void properties(String name, EventCatalogue catalogue, ZoneId zone) {
        List<Property> properties = catalogue.properties(name);
        boolean isPartly = properties.stream().anyMatch(property -> property.looked() == EventCatalogue.LOOKED_AT);
        show(
                Sheet.of("properties", zone, properties)
                        .text("property", Property::name)
                        .share("share", property -> (double) property.events() / property.looked())
                        .texts("types", Property::types)
                        .whole("different", Property::different)
                        .texts("examples", Property::examples),
                "\"" + name + "\" has no properties.");
        if (isPartly && isForReading()) {
            out().println();
            out().println("Of the newest " + Numbers.whole(EventCatalogue.LOOKED_AT)
                    + " of them; older ones may have further properties and values.");
        }
    }

    private boolean isForReading() {
        return !format.isJson() && !format.isCsv();
    }

    private void show(Sheet<?> sheet, String nothing) {
        new SheetWriter(format, surroundings.screen(), out()).write(sheet, nothing);
    }

    private Engine open() {
        return surroundings.open(workspace.directory());
    }

    @Command(
            name = "rename",
            header = "Give events another name; the name of other events merges them.",
            mixinStandardHelpOptions = true)
    int rename(
            @Parameters(paramLabel = "OLD", description = "What they are called now.") String from,
            @Parameters(paramLabel = "NEW", description = "What they are to be called.") String to) {
        try (Engine engine = open()) {
            Workspace opened = engine.workspace();
            var definitions = new EventDefinitions(opened);
            Set<Role> taken = definitions.rename(from, to);
            out().println("\"" + from + "\" is called \"" + definitions.names().current(from) + "\" from now on.");
            if (!taken.isEmpty()) {
                out().println("It takes over the roles: " + words(taken) + ".");
            }
        }
        return 0;
    }

    @Command(
            name = "restore",
            header = "Give renamed events the name back that they came with.",
            mixinStandardHelpOptions = true)
    int restore(@Parameters(paramLabel = "OLD", description = "The name they came with.") String from) {
        try (Engine engine = open()) {
            Workspace opened = engine.workspace();
            new EventDefinitions(opened).restore(from);
            out().println("\"" + from + "\" is called that again.");
        }
        return 0;
    }

    @Command(
            name = "hide",
            header = "Leave an event out of lists; it counts as before.",
            mixinStandardHelpOptions = true)
    int hide(@Parameters(paramLabel = "NAME", description = "The event.") String name) {
        try (Engine engine = open()) {
            Workspace opened = engine.workspace();
            known(opened, name).hide(name, true);
            out().println("\"" + name
                    + "\" is hidden from lists. It counts as before; \"events mark\" says what counts.");
        }
        return 0;
    }

    @Command(name = "show", header = "List a hidden event again.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "NAME", description = "The event.") String name) {
        try (Engine engine = open()) {
            Workspace opened = engine.workspace();
            known(opened, name).hide(name, false);
            out().println("\"" + name + "\" is listed.");
        }
        return 0;
    }

    @Command(name = "describe", header = "Say in words what an event means.", mixinStandardHelpOptions = true)
    int describe(
            @Parameters(paramLabel = "NAME", description = "The event.") String name,
            @Parameters(paramLabel = "WORDS", description = "What it means; \"\" takes away what was said.")
                    String words) {
        try (Engine engine = open()) {
            known(engine.workspace(), name).describe(name, words);
            out().println(
                            words.isBlank()
                                    ? "\"" + name + "\" is described no longer."
                                    : "\"" + name + "\" is described.");
        }
        return 0;
    }

    @Command(name = "mark", header = "Say whether an event is caused by the customer.", mixinStandardHelpOptions = true)
    int mark(
            @Parameters(paramLabel = "NAME", description = "The event.") String name,
            @Parameters(
                            paramLabel = "active|passive",
                            description = "Passive events happen to a customer: no activity.")
                    String how) {
        if (!Set.of("active", "passive").contains(how)) {
            throw new BadName("\"" + how + "\" is neither active nor passive; say one of them");
        }
        try (Engine engine = open()) {
            Workspace opened = engine.workspace();
            known(opened, name).mark(name, Role.PASSIVE, how.equals("passive"));
            out().println("\"" + name + "\" is " + (how.equals("passive") ? "no activity" : "activity")
                    + " of the customer from now on.");
        }
        return 0;
    }

    @Command(name = "role", header = "Say what an event means to the questions.", mixinStandardHelpOptions = true)
    int role(
            @Parameters(paramLabel = "NAME", description = "The event.") String name,
            @Parameters(
                            paramLabel = "ROLE",
                            description = "purchase, refund, sign-up, view, life-start, life-end, passive.")
                    String word,
            @Option(names = "--remove", description = "It has the role no longer.") boolean isRemoved) {
        Role role = Role.of(word);
        try (Engine engine = open()) {
            Workspace opened = engine.workspace();
            EventDefinitions definitions = known(opened, name);
            definitions.mark(name, role, !isRemoved);
            Set<Role> roles = definitions.roles(name);
            out().println("The roles of \"" + name + "\": " + (roles.isEmpty() ? "none" : words(roles)) + ".");
        }
        return 0;
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::toString).collect(Collectors.joining(", "));
    }

    /// The definitions, if there are events of this name now.
    private static EventDefinitions known(Workspace opened, String name) {
        var definitions = new EventDefinitions(opened);
        definitions.require(name);
        return definitions;
    }
}
