/// What a question is, with its options, and how one is put to all cores.
///
/// Entry types: [perennial.core.question.Question] and [perennial.core.question.QuestionKind] are what each noun's
/// package implements; [perennial.core.question.Asking] puts one to a history. All there are stand in the catalogue.
@org.jspecify.annotations.NullMarked
package perennial.core.question;
