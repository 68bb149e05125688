/// Who was active, and when: [perennial.core.activity.ActiveUsers].
///
/// Answered from the sets of active days; fed by the history, listed in the catalogue of questions.
@org.jspecify.annotations.NullMarked
package perennial.core.activity;
