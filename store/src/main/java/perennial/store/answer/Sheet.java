package perennial.store.answer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A list of what a workspace holds, one thing a line, with the same names as JSON, as CSV and for reading.
///
/// @param name of the list in JSON
/// @param zone for times that are read
public record Sheet<T>(String name, ZoneId zone, List<T> things, List<Column<T>> columns) {

    /// What is said of each thing.
    public sealed interface Value {
        record Text(String text) implements Value {}

        record Whole(long number) implements Value {}

        record Share(double share) implements Value {}

        record Flag(boolean holds) implements Value {}

        record Time(Optional<Instant> time) implements Value {}

        record Texts(List<String> texts) implements Value {}
    }

    /// One fact about each thing.
    public record Column<T>(String name, Function<T, Value> value) {}

    /// A sheet without columns yet. Times are shown in the zone.
    public static <T> Sheet<T> of(String name, ZoneId zone, List<T> things) {
        return new Sheet<>(name, zone, List.copyOf(things), List.of());
    }

    public Sheet<T> text(String column, Function<T, String> value) {
        return with(column, thing -> new Value.Text(value.apply(thing)));
    }

    public Sheet<T> whole(String column, Function<T, Long> value) {
        return with(column, thing -> new Value.Whole(value.apply(thing)));
    }

    public Sheet<T> share(String column, Function<T, Double> value) {
        return with(column, thing -> new Value.Share(value.apply(thing)));
    }

    public Sheet<T> flag(String column, Function<T, Boolean> value) {
        return with(column, thing -> new Value.Flag(value.apply(thing)));
    }

    public Sheet<T> time(String column, Function<T, Optional<Instant>> value) {
        return with(column, thing -> new Value.Time(value.apply(thing)));
    }

    public Sheet<T> texts(String column, Function<T, Collection<?>> value) {
        return with(
                column,
                thing -> new Value.Texts(
                        value.apply(thing).stream().map(Object::toString).toList()));
    }

    private Sheet<T> with(String column, Function<T, Value> value) {
        var more = new ArrayList<>(columns);
        more.add(new Column<>(column, value));
        return new Sheet<>(name, zone, things, List.copyOf(more));
    }

    /// As one JSON object with the list.
    public void writeJson(Writer out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject().writeArrayPropertyStart(name);
            for (T thing : things) {
                json.writeStartObject();
                for (Column<T> column : columns) {
                    json.writeName(column.name());
                    write(column.value().apply(thing), json);
                }
                json.writeEndObject();
            }
            json.writeEndArray().writeEndObject().writeRaw('\n');
        }
    }

    private static void write(Value value, JsonGenerator json) {
        switch (value) {
            case Value.Text(String text) -> json.writeString(text);
            case Value.Whole(long number) -> json.writeNumber(number);
            case Value.Share(double share) -> json.writeNumber(share);
            case Value.Flag(boolean holds) -> json.writeBoolean(holds);
            case Value.Time(Optional<Instant> time) ->
                time.ifPresentOrElse(each -> json.writeString(each.toString()), json::writeNull);
            case Value.Texts(List<String> texts) -> {
                json.writeStartArray();
                texts.forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }

    /// As CSV; a list is one cell, its texts parted by `;`.
    public void writeCsv(Writer out) {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            for (T thing : things) {
                csv.writeRecord(columns.stream()
                        .map(column -> cell(column.value().apply(thing)))
                        .toList());
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String cell(Value value) {
        return switch (value) {
            case Value.Text(String text) -> CsvAnswer.guarded(text);
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Share(double share) -> Double.toString(share);
            case Value.Flag(boolean holds) -> Boolean.toString(holds);
            case Value.Time(Optional<Instant> time) ->
                time.map(Instant::toString).orElse("");
            case Value.Texts(List<String> texts) ->
                CsvAnswer.guarded(texts.stream().collect(Collectors.joining(";")));
        };
    }
}
