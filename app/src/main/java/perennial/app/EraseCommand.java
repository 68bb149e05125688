package perennial.app;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import perennial.app.show.Numbers;
import perennial.core.customer.Owner;
import perennial.core.question.BadOption;
import perennial.store.Workspace;
import perennial.store.erasure.Erased;
import perennial.store.erasure.Erasure;
import perennial.store.erasure.Erasure.Found;
import perennial.store.erasure.Proof;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `perennial erase`: erases everything about a person or an account, and proves it.
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        header = "Erase everything about a person or an account, with proof.",
        description =
                "Says what would go; with --yes it goes: hidden at once, then the database is written anew and every"
                        + " file and text is searched for the ids. Imports skip rows of erased ids from then on.",
        sortOptions = false)
final class EraseCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @ArgGroup(multiplicity = "1")
    private Whom whom = new Whom();

    @Option(names = "--yes", description = "Erase it.")
    private boolean isMeant;

    @Option(names = "--forget", description = "Let rows of the erased id be imported again.")
    private boolean isForgotten;

    /// Exactly one of them.
    static final class Whom {
        @Option(names = "--user", paramLabel = "ID", description = "The person with this id, by all its linked ids.")
        private Optional<String> user = Optional.empty();

        @Option(names = "--visitor", paramLabel = "ID", description = "The person with this anonymous id.")
        private Optional<String> visitor = Optional.empty();

        @Option(
                names = "--customer",
                paramLabel = "ID",
                description = "The account that pays and the events that belong to it; its users stay.")
        private Optional<String> account = Optional.empty();

        Owner owner() {
            return user.map(id -> new Owner(Owner.Kind.USER, id))
                    .or(() -> visitor.map(id -> new Owner(Owner.Kind.VISITOR, id)))
                    .or(() -> account.map(id -> new Owner(Owner.Kind.ACCOUNT, id)))
                    .orElseThrow(() -> new BadOption("user", "name whom to erase"));
        }
    }

    EraseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Engine engine = surroundings.open(workspace.directory())) {
            Workspace opened = engine.workspace();
            var erasure = new Erasure(opened, whom.owner());
            if (isForgotten) {
                out.println(erasure.forget() ? "Rows of this id are stored again." : "This id was not erased.");
                return 0;
            }
            if (!isMeant) {
                out.println("This would erase " + words(erasure.found()) + ". Add --yes to erase it for good.");
                return 0;
            }
            Erased erased = engine.erase(whom.owner());
            out.println("Erased " + words(erased.found()) + ".");
            return proven(erased.proof(), out);
        }
    }

    private static int proven(Proof proof, PrintWriter out) {
        out.println("Wrote the database anew, then searched " + Numbers.whole(proof.files()) + " files and "
                + Numbers.whole(proof.texts()) + " columns of texts: "
                + (proof.found().isEmpty() ? "no id was found." : "an id was found, perhaps in what others wrote:"));
        proof.found().forEach((place, times) -> out.println("  " + place + ": " + Numbers.whole(times)));
        return proof.found().isEmpty() ? 0 : 1;
    }

    private static String words(Found found) {
        String ids =
                found.ids().stream().map(each -> each.kind() + " " + each.id()).collect(Collectors.joining(", "));
        return ids + ": " + Numbers.whole(found.events()) + " events, " + Numbers.whole(found.links()) + " links, "
                + Numbers.whole(found.traits()) + " traits";
    }
}
