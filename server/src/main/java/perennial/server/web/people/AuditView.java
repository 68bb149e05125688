package perennial.server.web.people;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;

/// What was done, the newest first.
///
/// @param older the place before which the next page begins, if there is one
public record AuditView(Page page, List<Row> rows, Optional<Long> older) {
    /// Somebody did something.
    public record Row(String at, String who, String did, String to, String from) {}
}
