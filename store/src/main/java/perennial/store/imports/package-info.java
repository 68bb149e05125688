/// Brings event histories from files into a workspace: CSV, NDJSON and Parquet, each row once, all of an import or
/// nothing of it.
///
/// Entry types: [perennial.store.imports.ImportPlan] (what the user asks) and
/// [perennial.store.imports.EventImport] (does it, previews it, takes it back). A file is read as rows, rows
/// are mapped to events and facts, these are staged in chunks and merged into the store's tables; rows that
/// cannot be stored are kept as [perennial.store.imports.Reject]s.
@org.jspecify.annotations.NullMarked
package perennial.store.imports;
