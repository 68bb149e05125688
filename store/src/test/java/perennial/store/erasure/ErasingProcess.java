package perennial.store.erasure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedSet;
import perennial.core.customer.Owner;
import perennial.core.selection.Selection;
import perennial.store.Workspace;

/// A process of its own that deletes events, or erases somebody. Says `open` when it owns the workspace and waits for a
/// line on standard input; says `hidden` when the rows are gone, and `done`.
final class ErasingProcess {
    static final Owner SOMEBODY = new Owner(Owner.Kind.USER, "ada-lovelace");

    private ErasingProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (var workspace = Workspace.open(Path.of(arguments[0]), Clock.systemUTC())) {
            System.out.println("open");
            System.in.read();
            if (arguments[1].equals("delete")) {
                deletion().run(workspace);
            } else {
                var erasure = new Erasure(workspace, SOMEBODY);
                SortedSet<Owner> ids = erasure.hide().ids();
                System.out.println("hidden");
                erasure.removeBytes(ids);
            }
            System.out.println("done");
        }
    }

    static Deletion deletion() {
        return new Deletion(
                Optional.of(Selection.parse("Opened")), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
