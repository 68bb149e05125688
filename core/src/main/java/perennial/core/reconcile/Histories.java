package perennial.core.reconcile;

import java.util.List;
import perennial.core.history.History;
import perennial.core.question.Unit;

/// What a reconciliation asks.
public interface Histories {
    /// The history of a unit without one of our rules.
    History of(Unit unit, SetAside aside);

    /// The names of the filters in force.
    List<String> filters();
}
