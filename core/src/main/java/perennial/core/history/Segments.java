package perennial.core.history;

/// Reads what a text says of who counts: the name of a segment, or an expression.
public interface Segments {
    /// For a history that nobody asks for a segment.
    Segments NONE = text -> {
        throw new IllegalArgumentException("There are no segments here");
    };

    /// Who is meant.
    ///
    /// @throws IllegalArgumentException if the text means nothing, saying where and what to do
    Membership read(String text);
}
