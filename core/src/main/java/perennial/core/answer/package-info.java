/// What a question returns: rows of named cells, each with the boxes it was counted from, an interval and a state.
///
/// Entry type: [perennial.core.answer.Row]. Fed by every question; the command line, the HTTP API and the pages
/// show it. A count knows its boxes, so the customers behind it are found by the same code that counted them.
@org.jspecify.annotations.NullMarked
package perennial.core.answer;
