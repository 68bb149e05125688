package perennial.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The claim of one process on one workspace directory. The system gives it up when the process ends, however it ends.
final class OwnerLock implements AutoCloseable {
    /// Far behind the text: where locks bind every reader, the process id stays readable.
    private static final long POSITION = 1L << 40;

    /// Most commands are over soon: so often it is tried again, after so many milliseconds each.
    private static final int TRIES = 100;

    private static final int PAUSE_MS = 50;

    private final FileChannel channel;
    private final FileLock lock;

    private OwnerLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static OwnerLock take(Path directory) {
        Path file = directory.resolve("perennial.lock");
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Optional<FileLock> lock = lock(channel);
            if (lock.isEmpty()) {
                channel.close();
                throw new StoreFailure(
                        "Workspace " + directory + " is in use by process "
                                + Files.readString(file).strip()
                                + ". One process owns a workspace at a time: wait until it has ended, or stop it, and try again.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            return new OwnerLock(channel, lock.get());
        } catch (AccessDeniedException e) {
            throw new StoreFailure(
                    "Workspace " + directory + " cannot be opened: you may not write " + file
                            + ". Run this as its owner, or have the rights of the directory changed.",
                    e);
        } catch (IOException e) {
            throw StoreFailure.of("locking workspace " + directory, e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        Optional<FileLock> lock = tryLock(channel);
        for (int tries = 0; lock.isEmpty() && tries < TRIES; tries++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
            lock = tryLock(channel);
        }
        return lock;
    }

    /// The platform says "taken" by null to another process, by an exception within one.
    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(POSITION, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw StoreFailure.of("giving up the lock of a workspace", e);
        }
    }
}
