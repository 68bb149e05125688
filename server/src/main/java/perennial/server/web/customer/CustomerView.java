package perennial.server.web.customer;

import java.util.List;
import java.util.Optional;
import perennial.server.web.Page;

/// What is known about somebody.
///
/// @param self whose page it is
/// @param linked the other ids of the same person
/// @param events how many there are
/// @param seen the days of the first and of the last of them
/// @param lives the last twelve months at a glance
/// @param mayErase whether who looks may have it erased
/// @param fault why it was not
public record CustomerView(
        Page page,
        Linked self,
        List<Linked> linked,
        String events,
        Optional<Seen> seen,
        List<Trait> traits,
        LivesBand lives,
        TimelineView timeline,
        String export,
        String erasure,
        boolean mayErase,
        Optional<String> fault) {

    /// An id, and the page of whoever bears it.
    public record Linked(String id, String kind, String address) {}

    /// When, in local time.
    public record Seen(String first, String last) {}

    /// A trait: its value, and those it had before, the newest first.
    public record Trait(String name, Value now, List<Value> before) {}

    /// @param of the id it was set for
    public record Value(String text, String since, String of, String source) {}
}
