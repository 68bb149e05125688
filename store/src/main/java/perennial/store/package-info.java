/// The embedded store of one workspace: a directory with one DuckDB file, owned by one process.
///
/// Entry type: [perennial.store.Workspace]. It brings the tables up to date by numbered migrations and hands out
/// connections; imports write through them, the views read through them. SQL lives in named files, read by
/// [perennial.store.Sql]. What goes wrong outside the program is a [perennial.store.StoreFailure].
@org.jspecify.annotations.NullMarked
package perennial.store;
