package perennial.core.question;

/// Where a question puts whom it counts: boxes by number. One implementation counts, another lists the people of a
/// box, so that a number and the people behind it come from the same code.
///
/// Sets are bits by local number of the owner in the shard, 64 to a word.
public interface Tally {
    /// Where those are put who do not count.
    Tally NONE = new Tally() {
        @Override
        public void add(int box, long[] set) {
            // does not count
        }

        @Override
        public void addBoth(int box, long[] one, long[] other) {
            // does not count
        }

        @Override
        public void addExcept(int box, long[] one, long[] without) {
            // does not count
        }

        @Override
        public void add(int box, int owner, long amount) {
            // does not count
        }

        @Override
        public void measure(int histogram, long value, long times) {
            // does not count
        }

        @Override
        public Tally under(String label) {
            return this;
        }
    };

    /// All owners of a set.
    void add(int box, long[] set);

    /// The owners in both sets.
    void addBoth(int box, long[] one, long[] other);

    /// The owners of the first set that are not in the second.
    void addExcept(int box, long[] one, long[] without);

    /// One owner, once more.
    default void add(int box, int owner) {
        add(box, owner, 1);
    }

    /// An amount of one owner, such as events or milliseconds. Who has 0 is not among the people of the box.
    void add(int box, int owner, long amount);

    /// A measured number, for a median.
    default void measure(int histogram, long value) {
        measure(histogram, value, 1);
    }

    /// The same number, measured so many times.
    void measure(int histogram, long value, long times);

    /// The tally under a label of the question's own, such as the reason of a cancel.
    Tally under(String label);
}
