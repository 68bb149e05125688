/// The goals of a workspace: [perennial.store.goal.StoredGoals] keeps what a number is wanted to be, under a name that
/// says which number; pages draw it beside the number.
@NullMarked
package perennial.store.goal;

import org.jspecify.annotations.NullMarked;
