package perennial.store.view;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// A list of texts in one block: `long count`, `long[count + 1]` ends from the first byte of the texts on, then the
/// texts in UTF-8. Read in place.
final class Texts extends AbstractList<String> implements RandomAccess {
    private final MemorySegment block;
    private final int size;

    Texts(MemorySegment block) {
        this.block = block;
        size = Math.toIntExact(block.getAtIndex(JAVA_LONG, 0));
    }

    static Texts write(Space space, String name, List<String> texts) {
        byte[][] all = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        long bytes = 0;
        for (byte[] text : all) {
            bytes += text.length;
        }
        MemorySegment block = space.allocate(name, (all.length + 2L) * Long.BYTES + bytes);
        block.setAtIndex(JAVA_LONG, 0, all.length);
        long end = 0;
        for (int i = 0; i < all.length; i++) {
            MemorySegment.copy(all[i], 0, block, JAVA_BYTE, (all.length + 2L) * Long.BYTES + end, all[i].length);
            end += all[i].length;
            block.setAtIndex(JAVA_LONG, i + 2L, end);
        }
        return new Texts(block);
    }

    @Override
    public String get(int i) {
        long start = start(i);
        return new String(block.asSlice(start, start(i + 1) - start).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return size;
    }

    /// Where the bytes of a text begin in the block.
    private long start(int i) {
        return (size + 2L) * Long.BYTES + block.getAtIndex(JAVA_LONG, i + 1L);
    }

    /// The index of a text among those of `[from, until)`, which must be sorted by their bytes; -1 if it is not there.
    int find(String text, int from, int until) {
        MemorySegment wanted = MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
        int found = search(wanted, from, until);
        return found < until && compare(found, wanted) == 0 ? found : -1;
    }

    /// The index of the first text of `[from, until)` that is not before a text in the order of their bytes, `until` if
    /// all are before it. The nearer it is to `from`, the sooner it is found.
    int seek(MemorySegment wanted, int from, int until) {
        int low = from;
        int step = 1;
        while (step <= until - low && compare(low + step - 1, wanted) < 0) {
            low += step;
            step = Math.min(2 * step, 1 << 29);
        }
        return search(wanted, low, Math.min(until, low + step - 1));
    }

    /// The index of the first text of `[from, until)` that is not before a text; all before `from` are.
    private int search(MemorySegment wanted, int from, int until) {
        int low = from;
        int high = until;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Less than 0, 0 or more, as the text at an index is before, the same as or after a text in UTF-8.
    int compare(int i, MemorySegment wanted) {
        long start = start(i);
        long length = start(i + 1) - start;
        long at = MemorySegment.mismatch(block, start, start + length, wanted, 0, wanted.byteSize());
        if (at < 0) {
            return 0;
        }
        if (at == length || at == wanted.byteSize()) {
            return Long.compare(length, wanted.byteSize());
        }
        return Byte.compareUnsigned(block.get(JAVA_BYTE, start + at), wanted.get(JAVA_BYTE, at));
    }
}
