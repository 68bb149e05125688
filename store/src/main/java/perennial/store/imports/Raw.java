package perennial.store.imports;

import java.util.Optional;

/// One row as it stands in the file.
///
/// - `cells` by column; an empty text is an absent cell. Columns that nobody asked for are empty. A line of NDJSON is
///   one cell.
/// - `count`: how many cells the row had.
/// - `fault`: what makes the row unreadable, found while reading.
record Raw(long line, String[] cells, int count, Optional<Reason> fault) {}
