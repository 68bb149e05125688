package perennial.store.imports;

import java.util.Arrays;
import java.util.Locale;

/// How a file holds its rows. Compression is seen from the bytes and is no part of it.
public enum Format {
    CSV,
    NDJSON,
    PARQUET;

    /// The format with this name, such as `csv`.
    ///
    /// @throws BadPlan naming the choices, if there is none
    public static Format of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new BadPlan("--format: \"" + name + "\" is no format; choose one of csv, ndjson, parquet"));
    }

    /// As the command line writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
