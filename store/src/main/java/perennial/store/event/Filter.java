package perennial.store.event;

import perennial.core.selection.Condition;

/// Events that are outside every question, such as those of colleagues, tests and bots.
///
/// @param condition on the properties of an event, and under names that begin with `trait:` on its person's newest
/// traits
/// @param leftOut how many events it leaves out that no filter before it does
public record Filter(String name, Condition condition, long leftOut) {
    /// What names of traits begin with.
    public static final String TRAIT = "trait:";
}
