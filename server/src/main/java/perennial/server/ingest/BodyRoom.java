package perennial.server.ingest;

import java.util.concurrent.Semaphore;
import perennial.server.ingest.Fault.Kind;

/// The memory that bodies may take together while they are read and stored, so that many large ones at once cost their
/// senders a wait, and not the server its memory.
final class BodyRoom {
    /// What a byte of a body costs at most while it is bytes and text at once.
    static final int COST = 8;

    /// What each value in it costs besides: a field with its name and its place in a tree.
    static final int VALUE_COST = 160;

    private static final int KILOBYTE = 1 << 10;

    private final int all;
    private final Semaphore kilobytes;

    /// @param bytes of memory
    BodyRoom(long bytes) {
        all = Math.clamp(bytes / KILOBYTE, 1, Integer.MAX_VALUE);
        kilobytes = new Semaphore(all);
    }

    /// Half of what the process may have.
    static BodyRoom standard() {
        return new BodyRoom(Runtime.getRuntime().maxMemory() / 2);
    }

    /// The place of one body, empty at first.
    Place place() {
        return new Place();
    }

    /// What one body takes, until it is closed.
    final class Place implements AutoCloseable {
        private int taken;

        /// Takes the memory for more bytes of the body.
        ///
        /// @throws Fault if there is no room for them now, or never
        void grow(int bytes) throws Fault {
            take((long) bytes * COST);
        }

        /// Takes the memory for the values that are made of it.
        ///
        /// @throws Fault if there is no room for them now, or never
        void hold(int values) throws Fault {
            take((long) values * VALUE_COST);
        }

        private void take(long bytes) throws Fault {
            int more = Math.toIntExact(Math.ceilDiv(bytes, KILOBYTE));
            if (more > all - taken) {
                throw new Fault(
                        Kind.TOO_LARGE, "The request needs more memory than there is; send it in smaller pieces");
            }
            if (!kilobytes.tryAcquire(more)) {
                throw new Fault(
                        Kind.OVERLOADED, "Too many large requests are being read; send it again a little later");
            }
            taken += more;
        }

        @Override
        public void close() {
            kilobytes.release(taken);
        }
    }
}
