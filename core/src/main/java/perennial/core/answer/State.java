package perennial.core.answer;

/// How far a number can be trusted, judged at the as-of instant.
public enum State {
    /// Everything that can count has had its chance.
    COMPLETE("complete"),
    /// The value is "so far": no interval, never pooled.
    IN_PROGRESS("in_progress"),
    /// Nothing could be observed yet: null, never 0.
    NOT_YET("not_yet");

    private final String word;

    State(String word) {
        this.word = word;
    }

    /// The state of `[start, end)` at `asOf`, all in milliseconds.
    public static State of(long start, long end, long asOf) {
        return end <= asOf ? COMPLETE : start < asOf ? IN_PROGRESS : NOT_YET;
    }

    /// The word of the JSON rows.
    @Override
    public String toString() {
        return word;
    }
}
