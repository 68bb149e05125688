package perennial.core.history;

import java.util.List;

/// One trait of all owners with its history.
///
/// @param offsets `int[owners + 1]`: the values of owner `o` are `[offsets[o], offsets[o + 1])`, ascending by time
/// @param times from when each value holds, in milliseconds
/// @param codes index into the dictionary; [Column#ABSENT] where the trait was set to none
/// @param dictionary each value once; the first stands for "absent" and is never read
public record Traits(int[] offsets, long[] times, int[] codes, List<String> dictionary) {

    /// The code of the value in force at an instant; before the first value is known, of that first one.
    public int code(int owner, long millis) {
        int from = offsets[owner];
        int found = from;
        for (int i = from; i < offsets[owner + 1] && times[i] <= millis; i++) {
            found = i;
        }
        return from == offsets[owner + 1] ? Column.ABSENT : codes[found];
    }
}
