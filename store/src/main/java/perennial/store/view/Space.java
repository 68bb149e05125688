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
    /// Room of so many zero bytes under a name, aligned to 8 bytes.
    MemorySegment allocate(String name, long bytes);

    /// Gives room back that was only needed while building.
    void release(String name);

    /// Memory, for the owners touched since the base was built.
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

    /// Files of a directory, mapped into memory.
    static Space files(Path directory, Arena arena) {
        return new Space() {
            @Override
            public MemorySegment allocate(String name, long bytes) {
                try (var file = FileChannel.open(
                        directory.resolve(name),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
                    return file.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
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
}
