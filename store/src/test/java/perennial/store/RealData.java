package perennial.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Real public data beside the repository (`../shared/data`), where there is some; tests pass without.
public final class RealData {
    private RealData() {}

    public static Optional<Path> file(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null, Path::getParent)
                .map(path -> path.resolve("shared/data").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
