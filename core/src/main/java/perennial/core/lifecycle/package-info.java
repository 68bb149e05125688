/// Who is new, stays, comes back and falls silent from one period to the next: [perennial.core.lifecycle.Lifecycle].
///
/// Answered from the sets of active days; fed by the history, listed in the catalogue of questions.
@org.jspecify.annotations.NullMarked
package perennial.core.lifecycle;
