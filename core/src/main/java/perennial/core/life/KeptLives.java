package perennial.core.life;

import java.util.Arrays;
import perennial.core.history.Kept;
import perennial.core.history.Shard;

/// The lives of all owners of a shard, one after the other: 24 bytes a life and 4 an owner.
final class KeptLives implements Kept.Piece {
    private final int[] first;
    private long[] starts = new long[1024];
    private long[] ends = new long[1024];
    private int[] startAts = new int[1024];
    private int[] endAts = new int[1024];

    private KeptLives(int owners) {
        first = new int[owners + 1];
    }

    /// Puts down what `read` tells of each owner.
    static KeptLives of(Shard shard, ContractLives.SoFar read) {
        var all = new KeptLives(shard.size());
        long from = shard.from(0);
        int count = 0;
        for (int owner = 0; owner < shard.size(); owner++) {
            read.read(owner, shard.end(owner));
            all.makeRoom(count + read.count());
            for (int i = 0; i < read.count(); i++) {
                all.starts[count] = read.start(i);
                all.ends[count] = read.end(i);
                all.startAts[count] = Math.toIntExact(read.startAt(i) - from);
                all.endAts[count++] = Math.toIntExact(read.endAt(i) - from);
            }
            all.first[owner + 1] = count;
        }
        all.resize(count);
        return all;
    }

    private void makeRoom(int lives) {
        if (lives > starts.length) {
            resize(2 * lives);
        }
    }

    private void resize(int lives) {
        starts = Arrays.copyOf(starts, lives);
        ends = Arrays.copyOf(ends, lives);
        startAts = Arrays.copyOf(startAts, lives);
        endAts = Arrays.copyOf(endAts, lives);
    }

    @Override
    public long byteSize() {
        return (long) Integer.BYTES * first.length + 2L * (Long.BYTES + Integer.BYTES) * starts.length;
    }

    /// Something that reads them; for one thread.
    Lives in(Shard shard) {
        long from = shard.from(0);
        return new Lives() {
            private int owner;

            @Override
            public void read(int owner) {
                this.owner = owner;
            }

            @Override
            public int count() {
                return first[owner + 1] - first[owner];
            }

            @Override
            public long start(int i) {
                return starts[first[owner] + i];
            }

            @Override
            public long end(int i) {
                return ends[first[owner] + i];
            }

            @Override
            public long startAt(int i) {
                return from + startAts[first[owner] + i];
            }

            @Override
            public long endAt(int i) {
                return from + endAts[first[owner] + i];
            }
        };
    }
}
