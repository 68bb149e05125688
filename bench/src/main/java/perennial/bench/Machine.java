package perennial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// What the machine says of this process and of files.
final class Machine {
    private Machine() {}

    /// Memory of this process in bytes: `RssAnon` (its own) or `RssFile` (mapped files that are in memory).
    static long memory(String kind) throws IOException {
        return memory(kind, ProcessHandle.current().pid());
    }

    /// That of another process.
    static long memory(String kind, long process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith(kind + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    /// Bytes of some files of a directory.
    static long size(Path directory, String... files) throws IOException {
        long bytes = 0;
        for (String file : files) {
            bytes += Files.size(directory.resolve(file));
        }
        return bytes;
    }

    /// Bytes of all files below a directory.
    static long size(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /// Takes a directory away with all below it.
    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// The name of the processor.
    static String processor() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        }
    }
}
