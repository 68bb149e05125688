package perennial.store.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import perennial.core.selection.Condition;

/// Guesses the types of CSV columns from all cells of all files: number if every cell is written as JSON writes numbers
/// (`007` is not), boolean if every cell is true or false, else text. Empty cells say nothing.
final class TypeGuess {
    /// Every row.
    static final long ALL = Long.MAX_VALUE;

    private static final int BATCH = 4_096;

    private TypeGuess() {}

    /// What may still be true of a column.
    private static final class Candidate {
        private final String column;
        private boolean isNumber = true;
        private boolean isBoolean = true;
        private boolean isEmpty = true;

        Candidate(String column) {
            this.column = column;
        }

        void see(String cell) {
            if (cell.isEmpty() || !isNumber && !isBoolean) {
                return;
            }
            isEmpty = false;
            isNumber = isNumber && Condition.isNumber(cell);
            isBoolean = isBoolean && (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false"));
        }

        FieldType type() {
            return isEmpty
                    ? FieldType.TEXT
                    : isNumber ? FieldType.NUMBER : isBoolean ? FieldType.BOOLEAN : FieldType.TEXT;
        }
    }

    /// @param rows how many of each file are looked at
    static Map<String, FieldType> of(List<Columns> files, Set<String> columns, ImportTracker tracker, long rows) {
        List<Candidate> candidates = columns.stream().map(Candidate::new).toList();
        if (!candidates.isEmpty()) {
            tracker.begin("looking at types");
            for (Columns file : files) {
                read(file, candidates, tracker, rows);
            }
        }
        Map<String, FieldType> types = new HashMap<>();
        candidates.forEach(each -> types.put(each.column, each.type()));
        return types;
    }

    private static void read(Columns file, List<Candidate> candidates, ImportTracker tracker, long most) {
        Path path = file.file();
        tracker.file(path);
        int[] places = candidates.stream()
                .mapToInt(each -> file.names().indexOf(each.column))
                .toArray();
        var wanted = new BitSet();
        for (int place : places) {
            wanted.set(place);
        }
        try (CsvRows source = CsvRows.open(path, wanted)) {
            List<Raw> rows = new ArrayList<>();
            boolean goesOn = true;
            for (long left = most; goesOn && left > 0; left -= rows.size()) {
                rows.clear();
                goesOn = source.read(rows, (int) Math.min(BATCH, left));
                for (Raw row : rows) {
                    if (row.count() == file.names().size() && row.fault().isEmpty()) {
                        for (int i = 0; i < places.length; i++) {
                            candidates.get(i).see(row.cells()[places[i]]);
                        }
                    }
                }
                tracker.at(source.bytesRead(), rows.size());
            }
        } catch (IOException e) {
            throw InputFile.failure(path, e);
        }
    }
}
