package perennial.core.history;

import java.util.List;
import java.util.stream.Stream;

/// Which owners count: what a segment means to a history.
public interface Membership {
    /// Tells owner by owner; for one thread.
    interface Reader {
        /// Whether the owner is in as of an instant, by what happened before it.
        boolean has(int owner, long instant);
    }

    /// Who is in as of a history's as-of instant: a set for each of its shards.
    List<long[]> of(History history);

    /// Tells of a shard's owners who is in at any instant.
    Reader in(Shard shard);

    /// Whether it compares owners with each other, so that it can be judged as of one instant only.
    boolean comparesOwners();

    /// What it is, in words.
    String words();

    /// The event names it asks for.
    Stream<String> eventNames();

    /// The traits it asks for.
    Stream<String> traitNames();
}
