package perennial.store.imports;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import perennial.core.selection.Condition;
import perennial.store.json.Json;
import perennial.store.json.JsonText;

/// Maps rows by the columns that the user named. Used by one thread.
final class ColumnMapper implements RowMapper {
    private static final int NO_COLUMN = -1;

    /// A column that becomes a property or trait; `key` is the name as JSON, with the colon.
    private record Kept(String column, int place, String key, Optional<FieldType> type) {}

    private final Mapping mapping;
    private final Optional<Condition> where;
    private final List<String> columns;
    private final boolean isNdjson;
    private final TimeFormat timeFormat;
    private final ContentHash hash;
    private final int user;
    private final int visitor;
    private final int customer;
    private final int time;
    private final int event;
    private final int value;
    private final int currency;
    private final int messageId;
    private final List<Kept> properties;
    private final List<Kept> traits;
    private final BitSet wanted = new BitSet();
    private final Function<String, Optional<String>> lookup;
    private String[] cells = new String[0];
    private Json[] nodes = new Json[0];

    /// @param types the types of columns, by name, where the user gave none; columns of NDJSON have none
    /// @throws BadPlan if a column is not there
    ColumnMapper(
            ImportPlan plan,
            Mapping mapping,
            Columns columns,
            Map<String, FieldType> types,
            boolean isNdjson,
            ZoneId zone) {
        this.mapping = mapping;
        this.where = plan.where();
        this.columns = columns.names();
        this.isNdjson = isNdjson;
        timeFormat = new TimeFormat(mapping.timeFormat(), zone);
        hash = new ContentHash(plan.source());
        user = place(columns, "--user", mapping.user());
        visitor = place(columns, "--visitor", mapping.visitor());
        customer = place(columns, "--customer", mapping.customer());
        time = place(columns, "--time", Optional.of(mapping.time()));
        event = place(columns, "--event", mapping.event());
        value = place(columns, "--value", mapping.value());
        currency = mapping.currency().flatMap(columns::currency).orElse(NO_COLUMN);
        messageId = place(columns, "--message-id", mapping.messageId());
        properties = kept(columns, "--property", mapping.properties(), types);
        traits = kept(columns, "--trait", mapping.traits(), types);
        Map<String, Integer> places = new HashMap<>();
        where.ifPresent(condition -> {
            List<String> names = new ArrayList<>();
            Columns.collect(condition, names);
            names.forEach(name -> places.put(name, columns.place("--where", name)));
        });
        places.values().forEach(wanted::set);
        for (int place : new int[] {user, visitor, customer, time, event, value, currency, messageId}) {
            if (place != NO_COLUMN) {
                wanted.set(place);
            }
        }
        properties.forEach(each -> wanted.set(each.place()));
        traits.forEach(each -> wanted.set(each.place()));
        lookup = name -> {
            Integer place = places.get(name);
            return place == null ? Optional.empty() : Optional.of(cells[place]).filter(text -> !text.isEmpty());
        };
    }

    /// The columns that matter.
    BitSet wanted() {
        return wanted;
    }

    private static int place(Columns columns, String option, Optional<String> name) {
        return name.map(each -> columns.place(option, each)).orElse(NO_COLUMN);
    }

    private static List<Kept> kept(Columns columns, String option, List<Field> fields, Map<String, FieldType> types) {
        return fields.stream()
                .map(field -> new Kept(
                        field.column(),
                        columns.place(option, field),
                        JsonText.quote(field.column()) + ":",
                        field.type().or(() -> Optional.ofNullable(types.get(field.column())))))
                .sorted(Comparator.comparing(Kept::column))
                .toList();
    }

    @Override
    public Optional<MappedRow> map(Raw raw) throws Refused {
        if (isNdjson) {
            readLine(raw.sound());
        } else {
            cells = raw.sound().of(columns.size()).cells();
        }
        if (where.isPresent() && !where.get().matches(lookup)) {
            return Optional.empty();
        }
        return Optional.of(hash.identified(Placeholders.removed(row(raw.line()))));
    }

    private MappedRow row(long line) throws Refused {
        String userId = id(user);
        String visitorId = id(visitor);
        String accountId = id(customer);
        if (userId.isEmpty() && visitorId.isEmpty() && accountId.isEmpty()) {
            int first = user != NO_COLUMN ? user : visitor != NO_COLUMN ? visitor : customer;
            throw new Refused(
                    columns.get(first),
                    "",
                    Reason.MISSING_ID,
                    "The row does not say whose event it is: \""
                            + columns.get(first) + "\" is empty; fill the cell, or leave such rows out with --where \""
                            + columns.get(first) + " exists\"");
        }
        long millis = Values.time(timeFormat, columns.get(time), cells[time]);
        String name = event == NO_COLUMN ? mapping.eventName().orElseThrow() : id(event);
        if (name.isBlank()) {
            throw new Refused(
                    columns.get(event),
                    name,
                    Reason.MISSING_EVENT,
                    "The row names no event: \""
                            + columns.get(event) + "\" is empty; fill the cell, or leave such rows out with --where \""
                            + columns.get(event) + " exists\"");
        }
        boolean hasValue = value != NO_COLUMN && !cells[value].isBlank();
        Optional<BigDecimal> amount =
                hasValue ? Optional.of(Values.amount(columns.get(value), cells[value].strip())) : Optional.empty();
        return new MappedRow(
                line,
                id(messageId),
                false,
                visitorId,
                userId,
                accountId,
                millis,
                name,
                amount,
                hasValue ? currency() : "",
                properties(),
                traits(userId, visitorId, accountId));
    }

    private String currency() throws Refused {
        if (currency == NO_COLUMN) {
            return mapping.currency().orElse("");
        }
        return cells[currency].isBlank() ? "" : Values.currency(columns.get(currency), cells[currency]);
    }

    private String properties() throws Refused {
        var json = new StringBuilder();
        for (Kept each : properties) {
            if (!cells[each.place()].isEmpty()) {
                json.append(json.isEmpty() ? '{' : ',').append(each.key()).append(json(each));
            }
        }
        return json.isEmpty() ? "" : json.append('}').toString();
    }

    private List<Fact> traits(String userId, String visitorId, String accountId) throws Refused {
        if (traits.isEmpty()) {
            return List.of();
        }
        String subject = !userId.isEmpty() ? "user" : !visitorId.isEmpty() ? "visitor" : "account";
        String id = !userId.isEmpty() ? userId : !visitorId.isEmpty() ? visitorId : accountId;
        List<Fact> facts = new ArrayList<>();
        for (Kept each : traits) {
            if (!cells[each.place()].isEmpty()) {
                facts.add(new Fact.Trait(subject, id, each.column(), json(each), false));
            }
        }
        return facts;
    }

    private String json(Kept kept) throws Refused {
        return kept.type().isEmpty()
                ? nodes[kept.place()].text()
                : Values.json(kept.column(), cells[kept.place()], kept.type().get());
    }

    private String id(int place) throws Refused {
        return place == NO_COLUMN ? "" : Values.id(columns.get(place), cells[place]);
    }

    private void readLine(Raw raw) throws Refused {
        Json.Object object = JsonLine.object(raw.cells()[0]);
        cells = new String[columns.size()];
        nodes = new Json[columns.size()];
        for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
            nodes[i] = JsonLine.at(object, columns.get(i)).orElse(Json.Literal.NULL);
            cells[i] = JsonLine.plain(nodes[i]);
        }
    }
}
