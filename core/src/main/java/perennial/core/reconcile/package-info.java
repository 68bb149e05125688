/// Why are another tool's numbers not ours? [perennial.core.reconcile.Reconciliation] holds the numbers of another
/// tool beside the answer of a question, asks the question again under other readings (another zone, another first day
/// of the week, visitors in place of users and the like) and names those that bring the two together.
@org.jspecify.annotations.NullMarked
package perennial.core.reconcile;
