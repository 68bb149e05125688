package perennial.core.history;

import java.util.Set;

/// What the workspace says of event names.
///
/// @param passive names of events not caused by the customer: they are no activity
/// @param lifeStart names that open a contract
/// @param lifeEnd names that end one
public record Roles(Set<String> passive, Set<String> lifeStart, Set<String> lifeEnd) {
    public Roles {
        passive = Set.copyOf(passive);
        lifeStart = Set.copyOf(lifeStart);
        lifeEnd = Set.copyOf(lifeEnd);
    }
}
