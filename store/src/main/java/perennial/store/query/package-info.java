/// SQL that users write: [perennial.store.query.Queries] runs it in a process of its own on a copy that is read only.
///
/// Nothing a query does reaches the workspace or other files: the process sees the copy alone, with bounds on memory,
/// time and rows, and is ended with its query.
@NullMarked
package perennial.store.query;

import org.jspecify.annotations.NullMarked;
