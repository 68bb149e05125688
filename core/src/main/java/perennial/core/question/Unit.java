package perennial.core.question;

import java.util.Arrays;
import java.util.Locale;

/// Whose timelines are asked.
public enum Unit {
    /// Any identity, anonymous ones included; one that became known counts as that user.
    VISITOR,
    /// A known id.
    USER,
    /// Who pays: an account with its users; where no account is given, the user.
    CUSTOMER;

    /// The unit with this name, such as `user`.
    ///
    /// @throws IllegalArgumentException naming the choices, if there is none
    public static Unit of(String name) {
        return Arrays.stream(values())
                .filter(unit -> unit.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + name + "\" is no unit; choose one of visitor, user, customer"));
    }

    /// As the command line writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
