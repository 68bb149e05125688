package perennial.store.imports;

import java.util.Optional;

/// One row as it stands in the file.
///
/// - `cells` by column; an empty text is an absent cell. Columns that nobody asked for are empty. A line of NDJSON is
///   one cell.
/// - `count`: how many cells the row had.
/// - `fault`: what makes the row unreadable, found while reading.
record Raw(long line, String[] cells, int count, Optional<Reason> fault) {
    /// This row.
    ///
    /// @throws Refused if it is unreadable
    Raw sound() throws Refused {
        if (fault.isPresent()) {
            throw Damage.refused(fault.get(), "");
        }
        return this;
    }

    /// This row.
    ///
    /// @throws Refused if it has more or fewer cells than the header has columns
    Raw of(int columns) throws Refused {
        if (count < columns) {
            throw new Refused(
                    "",
                    "",
                    Reason.TOO_FEW_COLUMNS,
                    "The row has " + count + " cells, the header has " + columns
                            + "; look for a missing separator, or for a line end inside a cell without quotes");
        }
        if (count > columns) {
            throw new Refused(
                    "",
                    "",
                    Reason.TOO_MANY_COLUMNS,
                    "The row has " + count + " cells, the header has " + columns
                            + "; put cells that hold the separator in quotes");
        }
        return this;
    }
}
