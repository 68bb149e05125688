package perennial.server.web.builder;

import java.util.List;

/// A field of a row.
///
/// @param name under which it is sent; empty of words that stand between fields
/// @param label what it is, for those who do not see its place in the sentence
/// @param choices all there are of a choice; what else may be typed is suggested
public record Field(Type type, String name, String label, String value, List<Choice> choices) {
    /// What a field looks like.
    public enum Type {
        CHOICE,
        TEXT,
        NUMBER,
        DATE,
        HIDDEN,
        WORDS
    }

    /// @param words how it reads
    public record Choice(String value, String words) {
        static Choice plain(String value) {
            return new Choice(value, value);
        }
    }

    static Field words(String text) {
        return new Field(Type.WORDS, "", "", text, List.of());
    }
}
