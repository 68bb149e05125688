package perennial.server.web.setup;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;
import perennial.server.web.data.Snippet;

/// How events come in: sent by a client with a write key, or from a file.
///
/// @param key that was made, this once
/// @param keys how many hold that may send
/// @param largest how large a file may be
public record DataView(Page page, Optional<NewKey> key, long keys, Arrival arrival, String largest) {
    /// The text of a key, and the lines to paste.
    public record NewKey(String text, List<Snippet.Ready> snippets) {}

    /// What has come so far.
    ///
    /// @param names of the events with how many there are, most first; none while they are waited for
    /// @param trouble the newest call that could not be stored
    public record Arrival(String events, List<Named> names, Optional<String> trouble) {
        /// Events of one name.
        public record Named(String name, String events) {}

        public boolean isAwaited() {
            return names.isEmpty();
        }
    }
}
