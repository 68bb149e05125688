package perennial.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.store.access.Actor;
import perennial.store.access.Deed;
import perennial.store.access.Key;
import perennial.store.access.Keys;
import perennial.store.access.Scope;
import perennial.store.answer.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `perennial keys`: who may send events to the server and read its answers.
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        header = "Make and revoke the keys that the server asks for.",
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        description = "A key is shown once, when it is made; kept is its hash alone.",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%n",
        footer = {
            "Examples:",
            "  ${ROOT-COMMAND-NAME} keys create website -w shop",
            "  ${ROOT-COMMAND-NAME} keys create dashboard --scope read -w shop"
        })
final class KeysCommand implements Runnable {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ManagedWorkspace workspace = new ManagedWorkspace();

    KeysCommand(Surroundings surroundings) {
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

    @Command(name = "create", header = "Make a key and show it, this once.", mixinStandardHelpOptions = true)
    int create(
            @Parameters(
                            paramLabel = "NAME",
                            description =
                                    "What it is called. Of a key that sends: the source of its events, within which"
                                            + " message ids count once.")
                    String name,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            split = ",",
                            defaultValue = "write",
                            description = "What it allows: write, read, people, sql, admin; more than one with commas."
                                    + " Default: write.")
                    List<String> scopes) {
        var allowed = scopes.stream().map(Scope::of).collect(Collectors.toSet());
        try (Engine engine = open()) {
            Keys.Made made = engine.keys().make(name, allowed);
            engine.people()
                    .audit()
                    .add(Actor.COMMAND_LINE, Deed.MADE_KEY, made.key().toString());
            out().println(made.text());
            out().flush();
            spec.commandLine()
                    .getErr()
                    .println("This key may "
                            + allowed.stream().map(Scope::meaning).sorted().collect(Collectors.joining("; "))
                            + ". It is not shown again.");
        }
        return 0;
    }

    @Command(name = "list", header = "List the keys, those revoked too.", mixinStandardHelpOptions = true)
    int list(@Mixin WrittenFormat format) {
        try (Engine engine = open()) {
            Sheet<Key> sheet = Sheet.of(
                            "keys",
                            engine.workspace().settings().zone(),
                            engine.keys().all())
                    .text("id", Key::id)
                    .text("name", Key::name)
                    .text(
                            "scopes",
                            key -> key.scopes().stream()
                                    .sorted()
                                    .map(Scope::toString)
                                    .collect(Collectors.joining(",")))
                    .time("created", key -> Optional.of(key.created()))
                    .time("revoked", Key::revoked);
            new SheetWriter(format, surroundings.screen(), out())
                    .write(sheet, "There are no keys: the server takes nothing and shows nothing.");
        }
        return 0;
    }

    @Command(name = "revoke", header = "Have a key open nothing from now on.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID", description = "The first letters of the key, as listed.") String id) {
        try (Engine engine = open()) {
            Key revoked = engine.keys().revoke(id);
            engine.people().audit().add(Actor.COMMAND_LINE, Deed.REVOKED_KEY, revoked.toString());
            out().println("Key " + revoked + " opens nothing any more.");
        }
        return 0;
    }
}
