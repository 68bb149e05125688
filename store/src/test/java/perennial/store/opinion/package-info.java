/// The independent second opinion: every question once more, as plain SQL over the raw tables.
///
/// Entry type: [perennial.store.opinion.Opinion], which runs the SQL files of the same name. They are written from the
/// definitions in docs/glossary.md and docs/questions.md, never from the engine's code, and may be slow; hand-worked
/// tables prove them, and `SecondOpinionTest` holds the engine against them on random histories.
@org.jspecify.annotations.NullMarked
package perennial.store.opinion;
