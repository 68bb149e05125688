package perennial.store.answer;

import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.question.Asked;
import perennial.core.question.People;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An answer as one JSON object: `question`, `parameters`, `rules`, `zone`, `asOf`, `rows`. A row has its cells by
/// name; what is undefined or not yet known is null.
public final class JsonAnswer {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonAnswer() {}

    /// Writes the object and a line break.
    public static void write(Asked asked, Writer out) {
        try (JsonGenerator json = begin(asked, out)) {
            json.writeArrayPropertyStart("rows");
            asked.rows().forEach(row -> write(row, json));
            json.writeEndArray().writeEndObject().writeRaw('\n');
        }
    }

    /// Writes the people behind a cell: in place of `rows` the `row` that was meant, `count`, the name of the cell in
    /// it, and `customers`, each with its kind and id.
    public static void write(People people, Writer out) {
        try (JsonGenerator json = begin(people.asked(), out)) {
            json.writeName("row");
            write(people.row(), json);
            json.writeStringProperty("count", people.count()).writeArrayPropertyStart("customers");
            people.owners()
                    .forEach(owner -> json.writeStartObject()
                            .writeStringProperty("kind", owner.kind().toString())
                            .writeStringProperty("id", owner.id())
                            .writeEndObject());
            json.writeEndArray().writeEndObject().writeRaw('\n');
        }
    }

    /// Writes an object with one list, of an object per record, one after the other as they come.
    public static void write(String list, List<String> names, Iterable<List<Optional<String>>> records, Writer out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject().writeArrayPropertyStart(list);
            for (List<Optional<String>> record : records) {
                json.writeStartObject();
                for (int i = 0; i < names.size(); i++) {
                    json.writeName(names.get(i));
                    record.get(i).ifPresentOrElse(json::writeString, json::writeNull);
                }
                json.writeEndObject();
            }
            json.writeEndArray().writeEndObject().writeRaw('\n');
        }
    }

    private static JsonGenerator begin(Asked asked, Writer out) {
        JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out);
        json.writeStartObject().writeStringProperty("question", asked.question());
        json.writeObjectPropertyStart("parameters");
        asked.parameters().forEach((option, values) -> {
            if (option.isRepeatable()) {
                json.writeArrayPropertyStart(option.name());
                values.forEach(json::writeString);
                json.writeEndArray();
            } else {
                json.writeStringProperty(option.name(), values.getFirst());
            }
        });
        json.writeEndObject().writeArrayPropertyStart("rules");
        asked.rules().forEach(json::writeString);
        asked.notes().forEach(json::writeString);
        json.writeEndArray()
                .writeStringProperty("zone", asked.zone().getId())
                .writeStringProperty("asOf", asked.asOf().toString());
        return json;
    }

    private static void write(Row row, JsonGenerator json) {
        json.writeStartObject();
        for (Map.Entry<String, Cell> cell : row.cells().entrySet()) {
            json.writeName(cell.getKey());
            switch (cell.getValue()) {
                case Cell.Key(String text) -> json.writeString(text);
                case Cell.Index(int number) -> json.writeNumber(number);
                case Cell.Count(long number, String _, int[] _) -> json.writeNumber(number);
                case Cell.Proportion(double share) -> json.writeNumber(share);
                case Cell.Real(double number) -> json.writeNumber(number);
                case Cell.Amount(BigDecimal amount) -> json.writeNumber(amount);
                case Cell.Missing _, Cell.NoKey _ -> json.writeNull();
                case Cell.Judged(State state) -> json.writeString(state.toString());
            }
        }
        json.writeEndObject();
    }
}
