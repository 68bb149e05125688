package perennial.store.view;

import java.util.List;
import perennial.core.customer.Owner;
import perennial.core.question.Unit;

/// A set of timelines on disk. Visitors and users share one: users stand first.
enum Family {
    PERSON(Owner.Kind.USER, Owner.Kind.VISITOR),
    CUSTOMER(Owner.Kind.ACCOUNT, Owner.Kind.USER);

    private final List<Owner.Kind> kinds;

    Family(Owner.Kind... kinds) {
        this.kinds = List.of(kinds);
    }

    /// What the owners are, in the order in which they stand.
    List<Owner.Kind> kinds() {
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
