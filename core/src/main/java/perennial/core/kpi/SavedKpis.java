package perennial.core.kpi;

import java.util.List;
import java.util.Optional;

/// The KPIs of a workspace that were saved under a name.
public interface SavedKpis {
    /// A KPI under its name, as last saved.
    record Saved(String name, int version, Kpi kpi) {}

    /// The newest version under a name.
    Optional<Saved> find(String name);

    /// All names, in order.
    List<String> names();
}
