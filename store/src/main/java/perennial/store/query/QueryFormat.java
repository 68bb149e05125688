package perennial.store.query;

/// How the rows of a query are written.
public enum QueryFormat {
    /// One object: `columns` with name and type, `rows` as lists of values.
    JSON,
    /// A line of names, a line per row.
    CSV
}
