package perennial.store.erasure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import perennial.core.customer.Owner;
import perennial.store.ErasedIds;
import perennial.store.StoreFailure;
import perennial.store.Workspace;
import perennial.store.ingest.Intake;
import perennial.store.view.EventFinder;

/// Erases whoever has an id, with all that is stored about it.
///
/// A person goes with every id that was linked to it; an account with the events that belong to it, its users stay. The
/// rows go in one transaction, so that they are hidden at once, all or none. Then the bytes go: the views are dropped
/// and the database is written anew. The last step is the [Proof].
public final class Erasure {
    private final Workspace workspace;
    private final Owner owner;

    /// What there is about somebody.
    ///
    /// @param ids all that stand for the same person
    public record Found(SortedSet<Owner> ids, long events, long links, long traits) {}

    public Erasure(Workspace workspace, Owner owner) {
        this.workspace = workspace;
        this.owner = owner;
    }

    /// What would go.
    public Found found() {
        return workspace.read("looking for what is to be erased", connection -> {
            try (EventFinder finder = EventFinder.of(workspace)) {
                SortedSet<Owner> ids = finder.ids(List.of(owner));
                BitSet events = finder.of(List.of(owner));
                long[] facts = new Doomed(connection, events, ids).facts();
                return new Found(ids, events.cardinality(), facts[0], facts[1]);
            }
        });
    }

    /// Hides everything about the owner at once, and has imports skip rows that name it from now on.
    ///
    /// @return what went
    public Found hide() {
        return workspace.change("erasing somebody", connection -> {
            Found found = found();
            try (EventFinder finder = EventFinder.of(workspace)) {
                new Doomed(connection, finder.of(List.of(owner)), found.ids()).delete();
            }
            ErasedIds.add(connection, found.ids(), workspace.clock().millis());
            workspace.noteErasure();
            return found;
        });
    }

    /// Takes the bytes away, and looks through all files and texts for the ids. Views must not be open.
    public Proof removeBytes(SortedSet<Owner> ids) {
        List<String> words = ids.stream().map(Owner::id).distinct().toList();
        try {
            dropViews();
        } catch (IOException e) {
            throw StoreFailure.of("dropping the derived views", e);
        }
        var files = workspace.rewrite(() -> Proof.inFiles(workspace.directory(), words));
        return Proof.of(
                files, workspace.read("looking for erased ids", connection -> Proof.inTexts(connection, words)));
    }

    /// The index of message ids stays: it holds hashes of them and places in the log, and may be in use.
    private void dropViews() throws IOException {
        Path views = workspace.directory().resolve("views");
        if (Files.exists(views)) {
            try (Stream<Path> files = Files.walk(views)) {
                for (Path file : files.sorted(Comparator.reverseOrder())
                        .filter(each -> !each.equals(views) && !each.startsWith(views.resolve(Intake.MESSAGE_IDS)))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Lets rows be stored again that name the id, or one that was erased with it.
    ///
    /// @return whether it was erased
    public boolean forget() {
        return workspace.change("forgetting an erasure", connection -> ErasedIds.forget(connection, owner));
    }
}
