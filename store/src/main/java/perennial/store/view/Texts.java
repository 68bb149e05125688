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
        return new String(bytes(i).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return size;
    }

    private MemorySegment bytes(int i) {
        long start = block.getAtIndex(JAVA_LONG, i + 1L);
        return block.asSlice((size + 2L) * Long.BYTES + start, block.getAtIndex(JAVA_LONG, i + 2L) - start);
    }

    /// The index of a text among those of `[from, until)`, which must be sorted by their bytes; -1 if it is not there.
    int find(String text, int from, int until) {
        MemorySegment wanted = MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
        int low = from;
        int high = until - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(bytes(middle), wanted);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static int compare(MemorySegment one, MemorySegment other) {
        long at = one.mismatch(other);
        if (at < 0) {
            return 0;
        }
        if (at == one.byteSize() || at == other.byteSize()) {
            return Long.compare(one.byteSize(), other.byteSize());
        }
        return Byte.compareUnsigned(one.get(JAVA_BYTE, at), other.get(JAVA_BYTE, at));
    }
}
