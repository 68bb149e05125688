package perennial.store.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import perennial.store.json.Json;

/// Which column is what, as the user wrote it. A NDJSON "column" is a top-level field or a dotted path.
///
/// - At least one of `user`, `visitor`, `customer` (the account the event belongs to).
/// - `timeFormat`: a pattern such as `yyyyMMdd`, or `iso`, `epoch-s`, `epoch-ms`, `epoch-us`; seen from each cell if
///   not given.
/// - Exactly one of `event` (a column) and `eventName` (the same for all rows).
/// - `currency`: a column, or a code such as `EUR` if there is no column of that name.
public record Mapping(
        Optional<String> user,
        Optional<String> visitor,
        Optional<String> customer,
        String time,
        Optional<String> timeFormat,
        Optional<String> event,
        Optional<String> eventName,
        Optional<String> value,
        Optional<String> currency,
        List<Field> properties,
        List<Field> traits,
        Optional<String> messageId)
        implements Reading {

    /// Ids, time and event name; nothing else.
    public static Mapping of(String user, String time, String eventName) {
        Optional<String> none = Optional.empty();
        return new Mapping(
                Optional.of(user),
                none,
                none,
                time,
                none,
                none,
                Optional.of(eventName),
                none,
                none,
                List.of(),
                List.of(),
                none);
    }

    /// Columns by what each is for.
    ///
    /// @param eventName of all rows; not used if a column holds the names
    /// @throws BadPlan if two are for the same, or one that is needed is missing
    public static Mapping of(SequencedMap<String, Use> uses, Optional<String> eventName, Optional<String> timeFormat) {
        Map<Use, List<String>> columns = new EnumMap<>(Use.class);
        uses.forEach((column, use) ->
                columns.computeIfAbsent(use, _ -> new ArrayList<>()).add(column));
        columns.forEach((use, names) -> {
            if (use.isOnce() && names.size() > 1) {
                throw new BadPlan("\"" + use.words() + "\" is chosen for the columns " + String.join(" and ", names)
                        + "; choose it for one of them");
            }
        });
        Function<Use, Optional<String>> one =
                use -> columns.getOrDefault(use, List.of()).stream().findFirst();
        Function<Use, List<Field>> all = use -> columns.getOrDefault(use, List.of()).stream()
                .map(column -> new Field(column, Optional.empty()))
                .toList();
        Optional<String> event = one.apply(Use.EVENT);
        return new Mapping(
                one.apply(Use.USER),
                one.apply(Use.VISITOR),
                one.apply(Use.CUSTOMER),
                one.apply(Use.TIME).orElse(""),
                timeFormat,
                event,
                eventName.filter(_ -> event.isEmpty()),
                one.apply(Use.VALUE),
                one.apply(Use.CURRENCY),
                all.apply(Use.PROPERTY),
                all.apply(Use.TRAIT),
                one.apply(Use.MESSAGE_ID));
    }

    public Mapping {
        properties = List.copyOf(properties);
        traits = List.copyOf(traits);
        if (user.isEmpty() && visitor.isEmpty() && customer.isEmpty()) {
            throw new BadPlan(
                    "Nothing says whose events these are: name a column with --user, --visitor or --customer");
        }
        if (time.isBlank()) {
            throw new BadPlan("Nothing says when the events happened: name a column with --time");
        }
        if (event.isPresent() == eventName.isPresent()) {
            throw new BadPlan(
                    "Name the events either with --event COL (a column that holds their names) or with --event-name NAME (one name for all rows)");
        }
        requireDistinct("--property", properties);
        requireDistinct("--trait", traits);
        timeFormat.ifPresent(TimeFormat::requireKnown);
    }

    private static void requireDistinct(String option, List<Field> fields) {
        long distinct = fields.stream().map(Field::column).distinct().count();
        if (distinct < fields.size()) {
            throw new BadPlan(option + " names a column twice: " + fields + "; name each once");
        }
    }

    @Override
    public String messageIdField() {
        return messageId.orElse("messageId");
    }

    @Override
    public Json.Object json() {
        var fields = new TreeMap<String, Json>();
        put(fields, "user", user);
        put(fields, "visitor", visitor);
        put(fields, "customer", customer);
        put(fields, "time", Optional.of(time));
        put(fields, "timeFormat", timeFormat);
        put(fields, "event", event);
        put(fields, "eventName", eventName);
        put(fields, "value", value);
        put(fields, "currency", currency);
        put(fields, "messageId", messageId);
        fields.put(
                "properties",
                Json.texts(properties.stream().map(Field::toString).toList()));
        fields.put("traits", Json.texts(traits.stream().map(Field::toString).toList()));
        return new Json.Object(fields);
    }

    private static void put(TreeMap<String, Json> fields, String key, Optional<String> value) {
        value.ifPresent(text -> fields.put(key, new Json.Text(text)));
    }
}
