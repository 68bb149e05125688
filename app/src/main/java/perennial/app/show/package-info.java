/// How an answer looks: as a table with bars, a heat map or flows in the terminal, as JSON, as CSV.
///
/// Entry types: [perennial.app.show.TerminalAnswer], [perennial.app.show.JsonAnswer], [perennial.app.show.CsvAnswer].
/// Fed by the questions' answers; which picture is drawn depends on the names of the cells alone, so that a new
/// question shows itself.
@org.jspecify.annotations.NullMarked
package perennial.app.show;
