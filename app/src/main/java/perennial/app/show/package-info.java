/// How an answer looks in the terminal: as a table with bars, a heat map or flows.
///
/// Entry type: [perennial.app.show.TerminalAnswer]; lists of what is kept are a [perennial.app.show.SheetTable].
/// Fed by the questions' answers; which picture is drawn depends on the names of the cells alone, so that a new
/// question shows itself.
@org.jspecify.annotations.NullMarked
package perennial.app.show;
