package perennial.server.ingest;

import java.util.concurrent.Semaphore;
import perennial.server.ingest.Fault.Kind;

/// The memory that bodies may take together while they are read and stored, so that many large ones at once cost their
/// senders a wait, and not the server its memory.
final class BodyRoom {
    /// What a byte of a body costs at most while it is bytes, text and JSON at once.
    static final int COST = 8;

    private static final int KILOBYTE = 1 << 10;

    private final Semaphore kilobytes;

    /// @param bytes of memory, at least those that the largest body costs
    BodyRoom(long bytes) {
        kilobytes = new Semaphore(Math.clamp(bytes / KILOBYTE, 1, Integer.MAX_VALUE));
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
        /// @throws Fault if there is no room for them now
        void grow(int bytes) throws Fault {
            int more = Math.ceilDiv(bytes * COST, KILOBYTE);
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
