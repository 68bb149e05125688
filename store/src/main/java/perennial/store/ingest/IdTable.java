package perennial.store.ingest;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// Keys with their rows, in memory: open addressing, twice as many places as keys, 0 for none.
final class IdTable {
    private final int capacity;
    private final int mask;
    private final long[] keys;
    private final long[] seqs;
    private int size;

    IdTable(int capacity) {
        this.capacity = capacity;
        mask = Integer.highestOneBit(Math.max(2, capacity) * 2 - 1) * 2 - 1;
        keys = new long[mask + 1];
        seqs = new long[mask + 1];
    }

    boolean isFull() {
        return size >= capacity;
    }

    int size() {
        return size;
    }

    /// @throws IllegalStateException if it is full
    void add(long key, long seq) {
        if (isFull()) {
            throw new IllegalStateException("Bug: a full table of message ids takes no more");
        }
        int place = (int) key & mask;
        while (seqs[place] != 0) {
            place = place + 1 & mask;
        }
        keys[place] = key;
        seqs[place] = seq;
        size++;
    }

    void find(long key, LongConsumer found) {
        for (int place = (int) key & mask; seqs[place] != 0; place = place + 1 & mask) {
            if (keys[place] == key) {
                found.accept(seqs[place]);
            }
        }
    }

    void clear() {
        Arrays.fill(keys, 0);
        Arrays.fill(seqs, 0);
        size = 0;
    }

    /// Each key with its seq.
    interface Each {
        void entry(long key, long seq);
    }

    /// All entries, by key ascending, then by seq.
    void sorted(Each to) {
        long[] places = new long[size];
        long[] sortedKeys = new long[size];
        int found = 0;
        for (int place = 0; place <= mask; place++) {
            if (seqs[place] != 0) {
                sortedKeys[found++] = keys[place];
            }
        }
        Arrays.sort(sortedKeys);
        for (int i = 0; i < found; i++) {
            if (i == 0 || sortedKeys[i] != sortedKeys[i - 1]) {
                int many = 0;
                int place = (int) sortedKeys[i] & mask;
                for (; seqs[place] != 0; place = place + 1 & mask) {
                    if (keys[place] == sortedKeys[i]) {
                        places[many++] = seqs[place];
                    }
                }
                Arrays.sort(places, 0, many);
                for (int each = 0; each < many; each++) {
                    to.entry(sortedKeys[i], places[each]);
                }
            }
        }
    }
}
