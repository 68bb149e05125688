package perennial.store.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a key allows.
public enum Scope {
    WRITE("send events"),
    READ("ask questions; read segments, definitions and data quality: numbers, no people"),
    PEOPLE("see who is behind a number, and everything about a customer"),
    SQL("read everything by SQL"),
    ADMIN("export, erase, import and change settings; what the command line does");

    private final String meaning;

    Scope(String meaning) {
        this.meaning = meaning;
    }

    /// What it allows, as an infinitive.
    public String meaning() {
        return meaning;
    }

    /// The scope of this name.
    ///
    /// @throws BadKey naming the choices, if there is none
    public static Scope of(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadKey("\"" + name + "\" is no scope; choose among "
                        + Arrays.stream(values()).map(Scope::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
