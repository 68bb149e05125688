/// Who left: of those there at the start of a period, how many were gone at its end.
///
/// Entry types: [perennial.core.churn.Churn] lists it in the catalogue; by use it is [perennial.core.churn.UsageChurn]
/// on the sets of active days, by contract [perennial.core.churn.ContractChurn] on lives.
@org.jspecify.annotations.NullMarked
package perennial.core.churn;
