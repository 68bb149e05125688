package perennial.store.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.store.answer.CsvAnswer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the rows of a query. What is neither a number nor true or false is its text; what is unknown is null, or an
/// empty cell.
final class QueryRows {
    private QueryRows() {}

    /// @return whether rows were left out
    static boolean json(ResultSet rows, int most, String copied, long ageSeconds, Writer out) throws SQLException {
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject()
                    .writeStringProperty("copiedAt", copied)
                    .writeNumberProperty("ageSeconds", ageSeconds)
                    .writeArrayPropertyStart("columns");
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                json.writeStartObject()
                        .writeStringProperty("name", columns.getColumnName(i))
                        .writeStringProperty("type", columns.getColumnTypeName(i))
                        .writeEndObject();
            }
            json.writeEndArray().writeArrayPropertyStart("rows");
            int count = 0;
            boolean isMore = rows.next();
            for (; isMore && count < most; count++) {
                json.writeStartArray();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    write(rows, i, json);
                }
                json.writeEndArray();
                isMore = rows.next();
            }
            json.writeEndArray()
                    .writeBooleanProperty("isCut", isMore)
                    .writeEndObject()
                    .writeRaw('\n');
            return isMore;
        }
    }

    private static void write(ResultSet rows, int column, JsonGenerator json) throws SQLException {
        switch (rows.getObject(column)) {
            case null -> json.writeNull();
            case Boolean holds -> json.writeBoolean(holds);
            case Double number when !Double.isFinite(number) -> json.writeNull();
            case Float number when !Float.isFinite(number) -> json.writeNull();
            case Double number -> json.writeNumber(number);
            case Float number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Number number -> json.writeNumber(number.longValue());
            case Object _ -> json.writeString(rows.getString(column));
        }
    }

    /// @return whether rows were left out
    static boolean csv(ResultSet rows, int most, Writer out) throws SQLException, IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            ResultSetMetaData columns = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnName(i));
            }
            csv.writeRecord(names);
            boolean isMore = rows.next();
            for (int count = 0; isMore && count < most; count++) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= names.size(); i++) {
                    String text = Optional.ofNullable(rows.getString(i)).orElse("");
                    cells.add(rows.getObject(i) instanceof Number ? text : CsvAnswer.guarded(text));
                }
                csv.writeRecord(cells);
                isMore = rows.next();
            }
            return isMore;
        }
    }
}
