package perennial.core.segment;

import java.util.List;
import java.util.Optional;

/// The segments of a workspace that were saved under a name.
public interface SavedSegments {
    /// A segment under its name, as last saved.
    record Saved(String name, int version, Segment segment) {}

    /// The newest version under a name.
    Optional<Saved> find(String name);

    /// All names, in order.
    List<String> names();
}
