/// Who comes: how many are new in each period, and how fast their number grows.
///
/// Entry type: [perennial.core.acquisition.Acquisition]. Answered from the sets of active days; fed by the history,
/// listed in the catalogue of questions.
@org.jspecify.annotations.NullMarked
package perennial.core.acquisition;
