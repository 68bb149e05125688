package perennial.core.history;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// One property of all events, dictionary-coded: the text of the value at each position of the timelines.
///
/// @param codes `int[events]`: index into the dictionary; 0 where the event has no such property
/// @param dictionary each value once; the first stands for "absent" and is never read
public record Column(MemorySegment codes, List<String> dictionary) {
    public static final int ABSENT = 0;

    public int code(long at) {
        return codes.getAtIndex(JAVA_INT, at);
    }

    /// The values with their codes that can be there.
    public int size() {
        return dictionary.size();
    }
}
