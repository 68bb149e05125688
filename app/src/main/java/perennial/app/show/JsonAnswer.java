package perennial.app.show;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import perennial.core.answer.Cell;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.question.Asked;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An answer as one JSON object: `question`, `parameters`, `rules`, `zone`, `asOf`, `rows`. A row has its cells by
/// name;
/// what is undefined or not yet known is null.
public final class JsonAnswer {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonAnswer() {}

    /// Writes the object and a line break.
    public static void write(Asked asked, Writer out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject().writeStringProperty("question", asked.question());
            json.writeObjectPropertyStart("parameters");
            asked.parameters().forEach(json::writeStringProperty);
            json.writeEndObject().writeArrayPropertyStart("rules");
            asked.rules().forEach(json::writeString);
            json.writeEndArray()
                    .writeStringProperty("zone", asked.zone().getId())
                    .writeStringProperty("asOf", asked.asOf().toString());
            json.writeArrayPropertyStart("rows");
            asked.rows().forEach(row -> write(row, json));
            json.writeEndArray().writeEndObject().writeRaw('\n');
        }
    }

    /// Writes the people behind the cell `count` of a row, as an object of `question`, `row`, `count` and `customers`,
    /// and
    /// a line break.
    public static void writePeople(String question, Row row, String count, List<String> ids, Writer out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject().writeStringProperty("question", question).writeName("row");
            write(row, json);
            json.writeStringProperty("count", count).writeArrayPropertyStart("customers");
            ids.forEach(json::writeString);
            json.writeEndArray().writeEndObject().writeRaw('\n');
        }
    }

    private static void write(Row row, JsonGenerator json) {
        json.writeStartObject();
        for (Map.Entry<String, Cell> cell : row.cells().entrySet()) {
            json.writeName(cell.getKey());
            switch (cell.getValue()) {
                case Cell.Key(String text) -> json.writeString(text);
                case Cell.Index(int number) -> json.writeNumber(number);
                case Cell.Count(long number, int[] _) -> json.writeNumber(number);
                case Cell.Real(double number) -> json.writeNumber(number);
                case Cell.Missing _ -> json.writeNull();
                case Cell.Judged(State state) -> json.writeString(state.toString());
            }
        }
        json.writeEndObject();
    }
}
