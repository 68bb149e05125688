/// Writes what is stored to files that other programs, and our own import, read.
///
/// Entry type: [perennial.store.export.Export]. Fed by the tables of the store; events go out as they came, under the
/// names they came with.
@org.jspecify.annotations.NullMarked
package perennial.store.export;
