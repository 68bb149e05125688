package perennial.core.history;

import java.util.List;

/// One trait of all owners with its history.
///
/// @param offsets `int[owners + 1]`: the values of owner `o` are `[offsets[o], offsets[o + 1])`, ascending by time
/// @param times from when each value holds, in milliseconds
/// @param codes index into the dictionary
/// @param dictionary each value once
public record Traits(int[] offsets, long[] times, int[] codes, List<String> dictionary) {

    /// The value in force at an instant; before the first value is known, that first one. Empty where the owner has
    /// no such trait.
    public String at(int owner, long millis) {
        int from = offsets[owner];
        int found = from;
        for (int i = from; i < offsets[owner + 1] && times[i] <= millis; i++) {
            found = i;
        }
        return from == offsets[owner + 1] ? "" : dictionary.get(codes[found]);
    }
}
