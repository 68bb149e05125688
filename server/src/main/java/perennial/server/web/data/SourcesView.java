package perennial.server.web.data;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.store.access.Scope;

/// Who may send events and read answers, and what came from whom.
///
/// @param events how many came in the days that the bars show
/// @param sources how many sent them
/// @param others sources that no key is for, such as those of imports
/// @param mayChange whether who looks may make and revoke keys
/// @param fault why something did not work
public record SourcesView(
        Page page,
        String events,
        long sources,
        List<Row> keys,
        List<Source> others,
        boolean mayChange,
        Optional<String> fault) {
    /// A key.
    ///
    /// @param revoked since when it opens nothing
    /// @param source what its source sent, of one that sends
    public record Row(
            String id, String name, String scopes, String created, Optional<String> revoked, Optional<Source> source) {
        public String address() {
            return SourcePages.HERE + "/" + id;
        }
    }

    /// What a source sent.
    ///
    /// @param last when the last event was received, if one ever was
    public record Source(String name, String events, Optional<String> last, Bars days) {}

    public List<Scope> scopes() {
        return List.of(Scope.values());
    }
}
