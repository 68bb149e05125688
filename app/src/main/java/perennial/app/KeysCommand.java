package perennial.app;

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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `perennial keys`: who may send events to the server and read its answers.
@Command(
        name = "keys",
        header = "Make and revoke the keys that the server asks for.",
        description = "A key is shown once, when it is made; kept is its hash alone.",
        footer = {
            "Examples:",
            "  ${ROOT-COMMAND-NAME} keys create website -w shop",
            "  ${ROOT-COMMAND-NAME} keys create dashboard --scope read -w shop"
        })
final class KeysCommand extends CommandGroup {
    @Mixin
    private ManagedWorkspace workspace = new ManagedWorkspace();

    KeysCommand(Surroundings surroundings) {
        super(surroundings);
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
        try (Engine engine = open(workspace.directory())) {
            Keys.Made made = engine.keys().make(name, allowed);
            engine.people()
                    .audit()
                    .add(Actor.COMMAND_LINE, Deed.MADE_KEY, made.key().toString());
            out().println(made.text());
            out().flush();
            err().println("This key may "
                    + allowed.stream().map(Scope::meaning).sorted().collect(Collectors.joining("; "))
                    + ". It is not shown again.");
        }
        return 0;
    }

    @Command(name = "list", header = "List the keys, those revoked too.", mixinStandardHelpOptions = true)
    int list(@Mixin WrittenFormat format) {
        try (Engine engine = open(workspace.directory())) {
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
            writer(format).write(sheet, "There are no keys: the server takes nothing and shows nothing.");
        }
        return 0;
    }

    @Command(name = "revoke", header = "Have a key open nothing from now on.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID", description = "The first letters of the key, as listed.") String id) {
        try (Engine engine = open(workspace.directory())) {
            Key revoked = engine.keys().revoke(id);
            engine.people().audit().add(Actor.COMMAND_LINE, Deed.REVOKED_KEY, revoked.toString());
            out().println("Key " + revoked + " opens nothing any more.");
        }
        return 0;
    }
}
