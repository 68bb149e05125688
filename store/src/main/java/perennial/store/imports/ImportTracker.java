package perennial.store.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Sums up, over the files of one step, how far reading has come. Used by one thread at a time.
final class ImportTracker {
    private final Progress progress;
    private final long total;
    private String step = "";
    private long before;
    private long size;
    private long rows;

    ImportTracker(List<Path> files, Progress progress) {
        this.progress = progress;
        total = files.stream().mapToLong(ImportTracker::size).sum();
    }

    void begin(String nextStep) {
        step = nextStep;
        before = 0;
        size = 0;
        rows = 0;
    }

    void file(Path path) {
        before += size;
        size = size(path);
    }

    void at(long bytes, long moreRows) {
        rows += moreRows;
        progress.at(step, Math.min(total, before + bytes), total, rows);
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0; // opening it will say what is wrong
        }
    }
}
