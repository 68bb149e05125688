/// JSON as this program keeps it: numbers as sent, keys sorted, no spaces.
///
/// Entry type: [perennial.store.json.Json], read with [perennial.store.json.Json#parse]; its text is canonical: two
/// objects that say the same have the same text. Imports write properties with it, settings are kept in it.
@org.jspecify.annotations.NullMarked
package perennial.store.json;
