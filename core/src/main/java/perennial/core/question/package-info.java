/// What can be asked: the catalogue of questions with their options, and how one is put to all cores.
///
/// Entry types: [perennial.core.question.Catalogue] lists the questions, [perennial.core.question.Asking] puts one to
/// a history. The command line, the HTTP API and the pages are built from the catalogue: a new question is one file
/// in its noun's package and one line there.
@org.jspecify.annotations.NullMarked
package perennial.core.question;
