package perennial.core.question;

/// Where a question puts whom it counts: boxes by number. One implementation counts, another lists the people of a
/// box, so that a number and the people behind it come from the same code.
///
/// Sets are bits by local number of the owner in the shard, 64 to a word.
public interface Tally {
    /// All owners of a set.
    void add(int box, long[] set);

    /// The owners in both sets.
    void addBoth(int box, long[] one, long[] other);

    /// The owners of the first set that are not in the second.
    void addExcept(int box, long[] one, long[] without);

    /// One owner, once more.
    void add(int box, int owner);
}
