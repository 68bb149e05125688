package perennial.app.show;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.SequencedMap;
import perennial.store.answer.CsvAnswer;
import perennial.store.imports.Reject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The rows that imports refused, by the number of the import.
public record RejectList(SequencedMap<Integer, List<Reject>> byRun) {
    /// For reading: a heading for each import, a line for each row. Nothing, if nothing was refused.
    public void print(PrintWriter out) {
        byRun.forEach((run, rejects) -> {
            out.println("Import " + run + ", " + Numbers.whole(rejects.size()) + " rows:");
            for (Reject reject : rejects) {
                String field = reject.field().isEmpty() ? "" : " " + reject.field() + "=\"" + reject.value() + "\"";
                out.println(Text.plain(
                        reject.file() + ":" + reject.line() + field + " " + reject.reason() + ": " + reject.message()));
            }
        });
    }

    /// As one JSON object with the list `rejects`.
    public void writeJson(Writer out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject().writeArrayPropertyStart("rejects");
            byRun.forEach((run, rejects) -> rejects.forEach(reject -> json.writeStartObject()
                    .writeNumberProperty("run", run)
                    .writeStringProperty("file", reject.file())
                    .writeNumberProperty("line", reject.line())
                    .writeStringProperty("field", reject.field())
                    .writeStringProperty("value", reject.value())
                    .writeStringProperty("reason", reject.reason())
                    .writeStringProperty("message", reject.message())
                    .writeEndObject()));
            json.writeEndArray().writeEndObject().writeRaw('\n');
        }
    }

    /// As CSV with the same names.
    public void writeCsv(Writer out) {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("run", "file", "line", "field", "value", "reason", "message");
            byRun.forEach((run, rejects) -> rejects.forEach(reject -> csv.writeRecord(
                    String.valueOf(run),
                    CsvAnswer.guarded(reject.file()),
                    String.valueOf(reject.line()),
                    CsvAnswer.guarded(reject.field()),
                    CsvAnswer.guarded(reject.value()),
                    reject.reason(),
                    CsvAnswer.guarded(reject.message()))));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
