package perennial.app;

import picocli.CommandLine.Option;

/// How what is printed is written: for reading, unless one of these is given.
final class WrittenFormat {
    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--csv", description = "Print CSV with a line of names.")
    private boolean csv;

    boolean isJson() {
        return json;
    }

    boolean isCsv() {
        return csv;
    }
}
