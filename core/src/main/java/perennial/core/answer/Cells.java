package perennial.core.answer;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The cells of one row by name, in the order they were appended. Two short arrays: an answer may have a hundred
/// thousand rows, and a hash table for the few cells of each would take longer to make than to count them.
final class Cells extends AbstractMap<String, Cell> {
    private String[] names = new String[10];
    private Cell[] cells = new Cell[10];
    private int size;

    /// Adds a cell after the others, under a name that is not there yet.
    void append(String name, Cell cell) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            cells = Arrays.copyOf(cells, 2 * size);
        }
        names[size] = name;
        cells[size++] = cell;
    }

    @Override
    public Set<Map.Entry<String, Cell>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Cell>> iterator() {
                return IntStream.range(0, size)
                        .mapToObj(i -> Map.entry(names[i], cells[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
