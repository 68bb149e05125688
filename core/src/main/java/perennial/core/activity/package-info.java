/// Who is active, and how often: [perennial.core.activity.ActiveUsers] counts people by period,
/// [perennial.core.activity.Stickiness] sets days against weeks or months, and
/// [perennial.core.activity.Frequency] tells in how many periods of a range people were active.
///
/// Answered from the sets of active days; fed by the history, listed in the catalogue of questions.
@org.jspecify.annotations.NullMarked
package perennial.core.activity;
