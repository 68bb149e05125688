/// Which part of the active use a feature, how deeply, and how long they took to find it.
///
/// Entry type: [perennial.core.adoption.Adoption]. Answered from the sets of active days, the time to first use from
/// timelines; fed by the history, listed in the catalogue of questions.
@org.jspecify.annotations.NullMarked
package perennial.core.adoption;
