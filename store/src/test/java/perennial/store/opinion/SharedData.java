package perennial.store.opinion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Real histories that lie beside the repository, in `../shared`; they are no part of it, and tests pass without.
final class SharedData {
    private SharedData() {}

    /// A file such as `data/online_retail/online_retail.csv.gz`, if it is there.
    static Optional<Path> file(String name) {
        return Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()), Optional::isPresent, at -> at.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(directory -> directory.resolve("shared").resolve(name))
                .filter(Files::isReadable)
                .findFirst();
    }
}
