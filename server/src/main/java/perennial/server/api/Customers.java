package perennial.server.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import perennial.core.customer.Owner;
import perennial.core.question.BadOption;
import perennial.core.question.Unit;
import perennial.server.live.LiveWorkspace;
import perennial.store.StoreFailure;
import perennial.store.customer.Profile;
import perennial.store.customer.Profiles;
import perennial.store.customer.Search;
import perennial.store.customer.TimelinePage;
import perennial.store.erasure.Erased;
import perennial.store.export.Export;
import perennial.store.imports.Format;

/// The customers as programs and pages ask for them. What reads is asked within [LiveWorkspace#use].
@Component
public final class Customers {
    private final LiveWorkspace live;

    Customers(LiveWorkspace live) {
        this.live = live;
    }

    /// What an id is an id of, by the word that addresses have for it.
    ///
    /// @throws IllegalArgumentException if it is no such word
    public static Owner.Kind kind(String word) {
        return switch (word) {
            case "user" -> Owner.Kind.USER;
            case "visitor" -> Owner.Kind.VISITOR;
            case "customer" -> Owner.Kind.ACCOUNT;
            default ->
                throw new IllegalArgumentException(
                        "\"" + word + "\" is no kind; choose user, visitor or customer (an account)");
        };
    }

    /// The word that [#kind] reads.
    public static String word(Owner.Kind kind) {
        return switch (kind) {
            case USER -> "user";
            case VISITOR -> "visitor";
            case ACCOUNT -> "customer";
        };
    }

    /// What is known about somebody.
    ///
    /// @throws NotThere if it is nothing
    public Profile profile(Owner owner) {
        return Optional.of(profiles(owner).of(owner)).filter(Profile::isKnown).orElseThrow(() -> unknown(owner));
    }

    /// What is known about somebody, with the newest events before a place in the timeline.
    ///
    /// @param event the name that they bear; empty for all
    /// @throws NotThere if it is nothing
    public Profiles.Known known(Owner owner, Optional<String> event, TimelinePage.Cursor before, int limit) {
        Profiles.Known known = profiles(owner).known(owner, event, before, limit);
        if (!known.profile().isKnown()) {
            throw unknown(owner);
        }
        return known;
    }

    /// Once the views are open that know them.
    private Profiles profiles(Owner owner) {
        live.histories().of(unit(owner));
        return new Profiles(live.workspace(), live.views());
    }

    /// The unit whose history has somebody as one, whichever of its ids is asked for.
    public static Unit unit(Owner owner) {
        return owner.kind() == Owner.Kind.ACCOUNT ? Unit.CUSTOMER : Unit.VISITOR;
    }

    private static NotThere unknown(Owner owner) {
        return new NotThere("Nothing is known of " + owner.kind() + " \"" + owner.id()
                + "\"; kind says what the id is of: user, visitor or customer");
    }

    /// All that bear an id.
    public List<Owner> withId(String id) {
        return new Search(live.workspace()).byId(id);
    }

    /// The first of those with a trait whose value begins so.
    public List<Search.Found> withTrait(String text, int limit) {
        return new Search(live.workspace()).byTrait(text, limit);
    }

    /// The newest events before a place in the timeline of somebody.
    ///
    /// @param event the name that they bear; empty for all
    /// @throws NotThere if nothing is known of them
    public TimelinePage timeline(Owner owner, Optional<String> event, TimelinePage.Cursor before, int limit) {
        return known(owner, event, before, limit).timeline();
    }

    /// All that is known of somebody as NDJSON, as import reads it.
    ///
    /// @throws NotThere if it is nothing
    public byte[] export(Owner owner) {
        profile(owner);
        try {
            Path directory =
                    Files.createDirectories(live.workspace().directory().resolve("tmp"));
            Path file = Files.createTempFile(directory, "export", ".ndjson");
            try {
                Export.of(live.workspace(), List.of(owner), Format.NDJSON, file);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw StoreFailure.of("exporting somebody", e);
        }
    }

    /// Erases somebody for good.
    ///
    /// @param confirmed the id, typed once more
    /// @throws BadOption if it is another
    public Erased erase(Owner owner, String confirmed) {
        if (!confirmed.equals(owner.id())) {
            throw new BadOption(
                    "confirm",
                    "erasing takes everything about " + owner.kind() + " \"" + owner.id()
                            + "\" away for good; repeat the id here if that is meant");
        }
        return live.erase(owner);
    }
}
