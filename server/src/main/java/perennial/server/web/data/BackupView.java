package perennial.server.web.data;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;

/// What backups there are, and how one is made and restored.
///
/// @param last when the last one that is known was made
/// @param how by whom, and to where
/// @param place where the server may keep some, if whoever runs it said so
/// @param fault why none was made
public record BackupView(
        Page page, Optional<String> last, String how, Optional<String> place, List<Row> kept, Optional<String> fault) {
    /// A backup at the place.
    public record Row(String name, String made, String size) {}
}
