package perennial.store.imports;

import java.util.Arrays;
import java.util.Locale;

/// What a column of a file is for.
public enum Use {
    USER("User id"),
    VISITOR("Visitor id"),
    CUSTOMER("Account that pays"),
    TIME("Time"),
    EVENT("Event name"),
    VALUE("Value"),
    CURRENCY("Currency"),
    MESSAGE_ID("Message id"),
    PROPERTY("Property of the event"),
    TRAIT("Trait of the user"),
    NOTHING("Left out");

    private final String words;

    Use(String words) {
        this.words = words;
    }

    /// For whoever chooses.
    public String words() {
        return words;
    }

    /// Whether one column of a file at most is for it.
    boolean isOnce() {
        return this != PROPERTY && this != TRAIT && this != NOTHING;
    }

    /// Whether it says whose an event is.
    public boolean isId() {
        return this == USER || this == VISITOR || this == CUSTOMER;
    }

    /// The use of this name, such as `message-id`.
    ///
    /// @throws BadPlan if there is none
    public static Use of(String name) {
        return Arrays.stream(values())
                .filter(use -> use.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadPlan("\"" + name + "\" is nothing that a column can be for"));
    }

    /// As forms write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
