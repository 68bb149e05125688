package perennial.store.view;

import java.util.List;
import perennial.core.question.Unit;

/// A set of timelines on disk. Visitors and users share one: users stand first.
enum Family {
    PERSON(List.of("user", "visitor")),
    CUSTOMER(List.of("account", "user"));

    private final List<String> kinds;

    Family(List<String> kinds) {
        this.kinds = kinds;
    }

    /// What the owners are, in the order in which they stand.
    List<String> kinds() {
        return kinds;
    }

    String directory() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The family that answers for a unit. Where no account is known, the user is the customer.
    static Family of(Unit unit, boolean hasAccounts) {
        return unit == Unit.CUSTOMER && hasAccounts ? CUSTOMER : PERSON;
    }
}
