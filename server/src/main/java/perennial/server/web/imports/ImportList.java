package perennial.server.web.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.server.web.Figures;
import perennial.server.web.Page;
import perennial.store.imports.PastImport;

/// All imports, and the files that wait or are being imported.
///
/// @param events how many they brought, of those that stand
/// @param largest how large a file may be
/// @param fault why the last file was not taken
public record ImportList(
        Page page, String events, List<Line> lines, List<Waiting> waiting, String largest, Optional<String> fault) {
    /// An import that was done.
    ///
    /// @param name of its files
    public record Line(
            int run,
            String name,
            String source,
            String when,
            String rows,
            String stored,
            String facts,
            String duplicates,
            String refused,
            Optional<String> undone) {
        static Line of(PastImport past, ZoneId zone) {
            return new Line(
                    past.run(),
                    past.files().stream().map(Line::last).collect(Collectors.joining(", ")),
                    past.source(),
                    when(past.started(), zone),
                    Figures.whole(past.rows()),
                    Figures.whole(past.stored()),
                    Figures.whole(past.facts()),
                    Figures.whole(past.duplicates()),
                    Figures.whole(past.refused()),
                    past.undone().map(at -> when(at, zone)));
        }

        /// Where a file lay is nobody's business, and it need not be there any more.
        static String last(String file) {
            return file.substring(file.lastIndexOf('/') + 1);
        }

        private static String when(Instant at, ZoneId zone) {
            return Figures.moment(at, zone);
        }

        public String address() {
            return ImportPages.HERE + "/" + run;
        }
    }

    /// A file that was uploaded and is not imported yet.
    ///
    /// @param state what is to be done, or is being done
    public record Waiting(String name, String address, String size, String state) {}

    /// How many imports stand.
    public long standing() {
        return lines.stream().filter(line -> line.undone().isEmpty()).count();
    }
}
