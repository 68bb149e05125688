package perennial.store.imports;

import java.util.List;

/// The first rows of an import as they would be stored, and those refused on the way.
public record Preview(List<Line> lines, List<Reject> refused, long filtered) {

    /// One row: where it stands and what it would become, as JSON.
    public record Line(String file, long line, String stored) {}

    public Preview {
        lines = List.copyOf(lines);
        refused = List.copyOf(refused);
    }
}
