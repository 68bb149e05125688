package perennial.store.imports;

import java.time.ZoneId;
import java.util.List;
import perennial.store.json.Json;

/// Reads the calls of a tool's client, one by one, as they are sent while things happen. Used by one thread.
public final class Calls {
    private static final List<String> TIMES = List.of("timestamp", "originalTimestamp", "time");

    private final Shape shape;
    private final ContentHash hash;

    /// @param zone of times that may come without one
    public Calls(Tool tool, String source, ZoneId zone) {
        shape = tool.shape(Export.of(tool), zone);
        hash = new ContentHash(source);
    }

    /// What a call tells.
    ///
    /// @throws Refused if it cannot be stored
    public MappedRow row(Json.Object call) throws Refused {
        return hash.identified(shape.row(0, Fields.of(call)));
    }

    /// A value as the object that every call is.
    ///
    /// @throws Refused if it is none
    public static Json.Object object(Json call) throws Refused {
        if (call instanceof Json.Object object) {
            return object;
        }
        throw new Refused(
                "",
                call.text(),
                Reason.BAD_JSON,
                "The call is JSON but no object; give one such as {\"type\":\"track\",…}");
    }

    /// Whether a call says when it happened.
    public static boolean isTimed(Json.Object call) {
        return TIMES.stream().anyMatch(name -> call.field(name).isPresent());
    }
}
