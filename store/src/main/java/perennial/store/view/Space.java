package perennial.store.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Where the columns of a view are put: files of a directory, or memory.
interface Space {
    /// Layers up to so many events are held in memory.
    long FEW_EVENTS = 1 << 21;

    /// Room of so many zero bytes under a name, aligned to 8 bytes.
    MemorySegment allocate(String name, long bytes);

    /// Gives room back that was only needed while building.
    void release(String name);

    /// Room for what lasts no longer than the process: memory for a few events, files without a name for many.
    ///
    /// @param directory an existing one, for the files
    static Space passing(long events, Path directory) {
        return events <= FEW_EVENTS ? memory() : unnamed(directory);
    }

    /// Memory.
    static Space memory() {
        return new Space() {
            @Override
            public MemorySegment allocate(String name, long bytes) {
                return MemorySegment.ofArray(new long[Math.toIntExact((bytes + 7) / 8)])
                        .asSlice(0, bytes);
            }

            @Override
            public void release(String name) {
                // The collector does.
            }
        };
    }

    /// Files that are taken away at once; what is mapped of them stays until the collector finds it unused.
    private static Space unnamed(Path directory) {
        return new Space() {
            @Override
            public MemorySegment allocate(String name, long bytes) {
                try {
                    Path file = Files.createTempFile(directory, name, "");
                    try {
                        return map(file, bytes, Arena.ofAuto());
                    } finally {
                        Files.delete(file);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void release(String name) {
                // The collector does.
            }
        };
    }

    /// Files of a directory, mapped into memory.
    static Space files(Path directory, Arena arena) {
        return new Space() {
            @Override
            public MemorySegment allocate(String name, long bytes) {
                try {
                    return map(directory.resolve(name), bytes, arena);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void release(String name) {
                try {
                    Files.delete(directory.resolve(name));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static MemorySegment map(Path file, long bytes, Arena arena) throws IOException {
        try (var channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
        }
    }
}
