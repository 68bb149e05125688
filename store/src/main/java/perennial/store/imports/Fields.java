package perennial.store.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import perennial.core.selection.Condition;
import perennial.store.json.Json;
import perennial.store.json.JsonError;

/// The fields of a row, or of an object in it, read with refusals that name them. `path` leads to the object, with a
/// dot at its end.
///
/// @param isLive whether a row without a time happens now, instead of being refused
record Fields(String path, Json.Object object, boolean isLive) {
    /// The time of a row that happens now.
    static final long NOW = -1;

    static Fields of(Json.Object row) {
        return new Fields("", row, false);
    }

    /// The fields of a call that a client sends while things happen.
    static Fields live(Json.Object call) {
        return new Fields("", call, true);
    }

    /// Other fields in the place of these.
    Fields holding(Json.Object other) {
        return new Fields(path, other, isLive);
    }

    /// Whether there is a value under a name or dotted path.
    boolean has(String name) {
        int dot = name.indexOf('.');
        try {
            return object.field(name).isPresent()
                    || dot > 0 && inner(name.substring(0, dot)).has(name.substring(dot + 1));
        } catch (Refused e) {
            return false;
        }
    }

    /// A text, or a number or truth value as it is written; empty if there is none.
    String text(String name) throws Refused {
        Json value = object.field(name).orElse(new Json.Text(""));
        if (value instanceof Json.Object || value instanceof Json.Array) {
            throw new Refused(
                    path + name,
                    value.text(),
                    Reason.BAD_FIELD,
                    "\"" + path + name + "\" holds " + (value instanceof Json.Array ? "a list" : "an object")
                            + "; give a text or a number");
        }
        return Values.id(path + name, JsonLine.plain(value));
    }

    /// The first of these fields that is there; empty if none is.
    String first(String... names) throws Refused {
        for (String name : names) {
            String text = text(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /// An object, or a text that holds one as JSON; empty if there is none.
    Fields inner(String name) throws Refused {
        Json value = object.field(name).orElse(new Json.Object(new TreeMap<>()));
        if (value instanceof Json.Text(String text)) {
            value = parsed(name, text);
        }
        if (value instanceof Json.Object inner) {
            return new Fields(path + name + ".", inner, isLive);
        }
        throw new Refused(
                path + name,
                value.text(),
                Reason.BAD_FIELD,
                "\"" + path + name + "\" is no object; give one such as {\"plan\":\"pro\"}");
    }

    /// The same without one of them.
    Fields without(String name) {
        var others = new TreeMap<>(object.fields());
        others.remove(name);
        return holding(new Json.Object(others));
    }

    /// The names in a list, or of the fields of an object, each without a value; none if it is neither.
    Fields unset(String name) {
        var none = new TreeMap<String, Json>();
        switch (object.field(name).orElse(Json.Literal.NULL)) {
            case Json.Array(List<Json> names) ->
                names.forEach(each -> none.put(JsonLine.plain(each), Json.Literal.NULL));
            case Json.Object(var fields) -> fields.keySet().forEach(each -> none.put(each, Json.Literal.NULL));
            default -> {} // nothing is unset
        }
        return holding(new Json.Object(none));
    }

    private static Json parsed(String name, String text) {
        try {
            return Json.parse(text);
        } catch (JsonError e) {
            return new Json.Text(text);
        }
    }

    /// The time in the first of these fields that is there; [#NOW] if none is and the row is live.
    long time(TimeFormat format, String... names) throws Refused {
        for (String name : names) {
            if (object.field(name).isPresent()) {
                return time(format, name, text(name));
            }
        }
        return isLive ? NOW : Values.time(format, path + names[0], "");
    }

    /// The time that a text of a field tells.
    long time(TimeFormat format, String name, String text) throws Refused {
        return isLive ? Values.liveTime(format, path + name, text) : Values.time(format, path + name, text);
    }

    /// The money in the first of these fields that is a number, sent as such or as text.
    Optional<BigDecimal> amount(String... names) throws Refused {
        for (String name : names) {
            Optional<String> text = object.field(name).map(JsonLine::plain).filter(Condition::isNumber);
            if (text.isPresent()) {
                return Optional.of(Values.amount(path + name, text.get()));
            }
        }
        return Optional.empty();
    }

    /// The code in the first of these fields that is there; empty if none is.
    String currency(String... names) throws Refused {
        for (String name : names) {
            String code = object.field(name).map(JsonLine::plain).orElse("");
            if (!code.isEmpty()) {
                return Values.currency(path + name, code);
            }
        }
        return "";
    }
}
