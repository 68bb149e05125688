/// The report of `perennial demo`: the questions a team asks first, each with its picture and one sentence of what it
/// says.
///
/// Entry type: [perennial.app.report.Report]. Fed by whoever can answer a question; the sentences are computed from the
/// answers.
@org.jspecify.annotations.NullMarked
package perennial.app.report;
