package perennial.store.erasure;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import perennial.core.calendar.Calendar;
import perennial.store.Definitions;
import perennial.store.Workspace;
import perennial.store.json.Json;

/// For how many days a workspace keeps events, if not for ever.
public final class Keeping {
    private static final String KIND = "keeping";
    private static final String NAME = "events";

    private final Workspace workspace;

    public Keeping(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The days; none for ever.
    public OptionalInt days() {
        return workspace.read(
                "reading how long events are kept",
                connection -> new Definitions(connection, KIND)
                        .newest(NAME)
                        .map(document -> (Json.Number) document.field("days").orElseThrow())
                        .map(days -> OptionalInt.of(Integer.parseInt(days.literal())))
                        .orElse(OptionalInt.empty()));
    }

    /// Keeps events for so many days from now on, none for ever. Nothing is deleted yet.
    ///
    /// @throws BadKeeping for less than a day
    public void keepFor(OptionalInt days) {
        if (days.isPresent() && days.getAsInt() < 1) {
            throw new BadKeeping(
                    "Events are to be kept for " + days.getAsInt() + " days; give at least 1d, or forever");
        }
        workspace.change("setting how long events are kept", connection -> {
            var definitions = new Definitions(connection, KIND);
            long nowMs = workspace.clock().millis();
            if (days.isPresent()) {
                definitions.save(
                        NAME,
                        new Json.Object(
                                new TreeMap<>(Map.of("days", new Json.Number(String.valueOf(days.getAsInt()))))),
                        nowMs);
            } else {
                definitions.remove(NAME, nowMs);
            }
            return days;
        });
    }

    /// What is too old by now, if there is a limit: what happened on local dates more than so many days ago.
    public Optional<Deletion> due() {
        OptionalInt days = days();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        Calendar calendar = workspace.settings().calendar();
        int today = calendar.dayOf(workspace.clock().millis());
        return Optional.of(Deletion.before(Instant.ofEpochMilli(calendar.startOf(today - days.getAsInt()))));
    }
}
