package perennial.core.history;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// One property of all events, dictionary-coded: the text of the value at each position of the timelines.
///
/// @param codes index into the dictionary for each event, unsigned; 0 where the event has no such property
/// @param bytes how many a code takes: as few as the dictionary allows, see [#bytes(int)]
/// @param dictionary each value once; the first stands for "absent" and is never read
public record Column(MemorySegment codes, int bytes, List<String> dictionary) {
    public static final int ABSENT = 0;

    /// A column whose codes are as wide as its dictionary needs.
    public Column(MemorySegment codes, List<String> dictionary) {
        this(codes, bytes(dictionary.size()), dictionary);
    }

    /// The bytes of a code where there are so many: none if nothing but "absent" is there.
    public static int bytes(int size) {
        return size <= 1
                ? 0
                : size <= 1 << Byte.SIZE ? Byte.BYTES : size <= 1 << Short.SIZE ? Short.BYTES : Integer.BYTES;
    }

    public int code(long at) {
        return switch (bytes) {
            case 0 -> ABSENT;
            case Byte.BYTES -> Byte.toUnsignedInt(codes.get(JAVA_BYTE, at));
            case Short.BYTES -> Short.toUnsignedInt(codes.getAtIndex(JAVA_SHORT, at));
            default -> codes.getAtIndex(JAVA_INT, at);
        };
    }

    /// Puts a code in its place, while the column is made.
    public void put(long at, int code) {
        switch (bytes) {
            case 0 -> {
                // nothing but "absent" can come
            }
            case Byte.BYTES -> codes.set(JAVA_BYTE, at, (byte) code);
            case Short.BYTES -> codes.setAtIndex(JAVA_SHORT, at, (short) code);
            default -> codes.setAtIndex(JAVA_INT, at, code);
        }
    }

    /// The values with their codes that can be there.
    public int size() {
        return dictionary.size();
    }
}
