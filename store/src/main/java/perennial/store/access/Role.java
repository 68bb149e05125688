package perennial.store.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a user of the pages may do: each may all that those before it may.
public enum Role {
    VIEWER("look at reports and dashboards: numbers, no people"),
    ANALYST("see the people behind a number, and keep segments, KPIs and dashboards"),
    MARKETER("run campaigns and surveys"),
    ADMIN("bring in and erase data, export all of it, and change settings, keys and users");

    private final String meaning;

    Role(String meaning) {
        this.meaning = meaning;
    }

    /// What it allows beside what those before it allow, as an infinitive.
    public String meaning() {
        return meaning;
    }

    /// Whether who has this role may do what needs that one.
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /// The role of this name.
    ///
    /// @throws IllegalArgumentException naming the choices, if there is none
    public static Role of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no role; choose among "
                        + Arrays.stream(values()).map(Role::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
