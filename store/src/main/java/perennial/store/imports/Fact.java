package perennial.store.imports;

/// What a row says about ids, beside or instead of an event.
public sealed interface Fact {
    /// `kind` as in the table of links: anonymous, alias, account.
    record Link(String kind, String from, String to) implements Fact {}

    /// `value` is JSON text; `null` takes the trait away.
    ///
    /// @param isOnce whether it counts only where the trait has no value yet
    record Trait(String subject, String id, String name, String value, boolean isOnce) implements Fact {}

    /// A trait whose new value depends on the one before: known only when it is stored. Clients send it while things
    /// happen; no export holds it.
    ///
    /// @param operand JSON text
    record Change(String subject, String id, String name, Operation operation, String operand) implements Fact {}

    /// Appends what makes one fact differ from another.
    default void describe(StringBuilder to) {
        switch (this) {
            case Link(String kind, String from, String target) -> ContentHash.part(to, kind, from, target);
            case Trait(String subject, String id, String name, String value, boolean isOnce) ->
                ContentHash.part(to, subject, id, name, isOnce ? "once " + value : value);
            case Change(String subject, String id, String name, Operation operation, String operand) ->
                ContentHash.part(to, subject, id, name, operation + " " + operand);
        }
    }
}
