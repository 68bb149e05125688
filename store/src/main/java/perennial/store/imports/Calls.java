package perennial.store.imports;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import perennial.core.customer.Owner;
import perennial.store.json.Json;

/// Reads the calls of a tool's client, one by one, as they are sent while things happen. Used by one thread.
public final class Calls {
    /// Lists and objects in one another, at most.
    static final int DEEPEST = 50;

    /// Stands where bytes were no UTF-8.
    private static final char UNKNOWN = '\uFFFD';

    private final Shape shape;
    private final ContentHash hash;
    private final long receivedMs;
    private final int mostCharacters;

    /// @param zone of times that may come without one
    /// @param receivedMs when the calls came
    /// @param mostCharacters of what is kept of a call
    public Calls(Tool tool, String source, ZoneId zone, long receivedMs, int mostCharacters) {
        shape = tool.shape(Export.of(tool), zone);
        hash = new ContentHash(source);
        this.receivedMs = receivedMs;
        this.mostCharacters = mostCharacters;
    }

    /// Whether something can be stored at this time.
    public static boolean isTime(long millis) {
        return Values.nearest(millis) == millis;
    }

    /// What a call tells, at the corrected time. A call without a time happened now; one without an id as
    /// well is one of its own, whatever it says.
    ///
    /// @param skewMs by how much the sender's clock is ahead
    /// @throws Refused if it cannot be stored
    public MappedRow row(Json call, long skewMs) throws Refused {
        if (!(call instanceof Json.Object object)) {
            throw new Refused(
                    "",
                    call.text(),
                    Reason.BAD_JSON,
                    "The call is no JSON object; give one such as {\"type\":\"track\",…}");
        }
        requireFlat(call);
        MappedRow row = Placeholders.removed(shape.row(0, Fields.live(object)));
        requireSound(row);
        if (row.timeMs() != Fields.NOW) {
            return hash.identified(row).at(Values.nearest(row.timeMs() - skewMs));
        }
        MappedRow now = row.at(receivedMs);
        return now.messageId().isEmpty() ? now.called(UUID.randomUUID().toString()) : now;
    }

    private static void requireFlat(Json call) throws Refused {
        if (isDeeper(call, DEEPEST)) {
            throw new Refused(
                    "",
                    "",
                    Reason.TOO_DEEP,
                    "Its lists and objects lie more than " + DEEPEST + " deep in one another; send it flatter");
        }
    }

    private static boolean isDeeper(Json value, int levels) {
        return switch (value) {
            case Json.Array(List<Json> values) ->
                levels == 0 || values.stream().anyMatch(each -> isDeeper(each, levels - 1));
            case Json.Object(var fields) ->
                levels == 0 || fields.values().stream().anyMatch(each -> isDeeper(each, levels - 1));
            case Json.Text _, Json.Number _, Json.Literal _ -> false;
        };
    }

    /// Different ids with unreadable signs would look the same and join different people.
    private void requireSound(MappedRow row) throws Refused {
        if (row.size() > mostCharacters) {
            throw new Refused(
                    "",
                    "",
                    Reason.EVENT_TOO_LARGE,
                    "It has " + row.size() + " characters, at most " + mostCharacters + " are kept; send less with it");
        }
        for (Owner owner : row.ids()) {
            if (owner.id().indexOf(UNKNOWN) >= 0) {
                throw new Refused(
                        owner.kind() + " id",
                        owner.id(),
                        Reason.INVALID_UTF8,
                        "\"" + Refused.shown(owner.id()) + "\" holds bytes that are no UTF-8, so that it could be"
                                + " anybody's id; send it as UTF-8");
            }
        }
        for (Fact fact : row.facts()) {
            if (fact instanceof Fact.Trait trait) {
                Values.id(trait.subject() + " trait", trait.name());
            }
        }
    }
}
