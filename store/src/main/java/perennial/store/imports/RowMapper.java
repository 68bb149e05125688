package perennial.store.imports;

import java.util.Optional;

/// Turns the rows of one file into events and facts.
interface RowMapper {
    /// The row as it is to be stored; nothing if the filter leaves it out.
    Optional<MappedRow> map(Raw raw) throws Refused;
}
