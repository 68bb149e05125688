package perennial.core.history;

/// What customers are split by.
public sealed interface Grouping {
    /// The group of those without a value.
    String NOTHING = "(none)";

    /// Not at all.
    record None() implements Grouping {}

    /// The trait in force at the entry event, before the first known value that first one.
    record ByTrait(String name) implements Grouping {}

    /// The property of the entry event.
    record ByProperty(String name) implements Grouping {}
}
