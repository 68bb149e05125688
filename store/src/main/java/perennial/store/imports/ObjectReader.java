package perennial.store.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import perennial.store.json.Json;

/// Reads a row as the object it is, whatever the format of its file.
interface ObjectReader {
    Json.Object read(Raw raw) throws Refused;

    /// Lines that hold an object each.
    static ObjectReader lines() {
        return raw -> JsonLine.object(raw.sound().cells()[0]);
    }

    /// Cells under the names of their columns, of the given types, else text; empty ones are absent.
    static ObjectReader cells(List<String> columns, Map<String, FieldType> types) {
        return raw -> {
            String[] cells = raw.sound().of(columns.size()).cells();
            var fields = new TreeMap<String, Json>();
            for (int i = 0; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    String name = columns.get(i);
                    FieldType type = types.getOrDefault(name, FieldType.TEXT);
                    fields.put(
                            name,
                            type == FieldType.TEXT
                                    ? new Json.Text(cells[i])
                                    : Json.parse(Values.json(name, cells[i], type)));
                }
            }
            return new Json.Object(fields);
        };
    }
}
