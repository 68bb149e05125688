package perennial.store.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import perennial.store.json.Json;

/// The words of a tool and ours: names of events, names of properties, and fields beside the properties that belong
/// among them. What is in no table keeps its name.
record Vocabulary(Map<String, String> events, Map<String, String> properties, Map<String, String> beside) {
    static final Vocabulary NONE = of("", "", "");

    /// Each text is a table: one pair on each line, theirs ` = ` ours.
    static Vocabulary of(String events, String properties, String beside) {
        return new Vocabulary(table(events), table(properties), table(beside));
    }

    private static Map<String, String> table(String text) {
        var table = new LinkedHashMap<String, String>();
        text.lines().map(line -> line.split(" = ")).forEach(pair -> table.put(pair[0], pair[1]));
        return Collections.unmodifiableMap(table);
    }

    /// Our name of an event.
    String event(String name) {
        return events.getOrDefault(name, name);
    }

    /// An event's properties under our names. A property that is there under our name already stays as it is.
    SortedMap<String, Json> properties(Fields row, Map<String, Json> own) {
        SortedMap<String, Json> renamed = new TreeMap<>(own);
        properties.forEach((theirs, ours) -> {
            if (own.containsKey(theirs) && !own.containsKey(ours)) {
                renamed.put(ours, renamed.remove(theirs));
            }
        });
        beside.forEach((path, ours) -> {
            Optional<Json> value = JsonLine.at(row.object(), path);
            value.filter(each ->
                            each != Json.Literal.NULL && !JsonLine.plain(each).isEmpty())
                    .ifPresent(each -> renamed.putIfAbsent(ours, each));
        });
        return renamed;
    }
}
