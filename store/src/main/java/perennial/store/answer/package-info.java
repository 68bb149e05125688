/// What a workspace answers, and how it is written: as JSON and CSV, the same on the command line and over HTTP.
///
/// Entry types: [perennial.store.answer.Answers], which puts questions to histories;
/// [perennial.store.answer.JsonAnswer],
/// [perennial.store.answer.CsvAnswer] and, for lists of what is kept, [perennial.store.answer.Sheet].
@org.jspecify.annotations.NullMarked
package perennial.store.answer;
