package perennial.server.web.data;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;

/// One key: the lines to paste, what has come by it, and how it is revoked.
///
/// @param secret its text, this once after it was made
/// @param meaning what it allows
/// @param snippets of a key that sends
/// @param arrival of a key that sends
/// @param reading how the answers are read with it, of a key that reads
/// @param mayRevoke whether who looks may, and it is not
/// @param fault why it was not
public record KeyView(
        Page page,
        SourcesView.Row key,
        Optional<String> secret,
        String meaning,
        List<Snippet.Ready> snippets,
        Optional<Arrival> arrival,
        Optional<Snippet.Ready> reading,
        boolean mayRevoke,
        Optional<String> fault) {
    /// What has come since the key was made.
    ///
    /// @param isAwaited whether no event has, so that it is worth looking again
    /// @param sentence what came
    /// @param trouble the newest call that could not be stored, if one could not
    public record Arrival(boolean isAwaited, String sentence, Optional<String> trouble) {}
}
