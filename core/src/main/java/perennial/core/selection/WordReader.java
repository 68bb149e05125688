package perennial.core.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Reads words and signs one after the other from the text of a condition, a selection or a segment, and points at the
/// place where something else was expected. A keyword that would have fitted there is suggested by itself, if what
/// stands there is near it.
///
/// A word is quoted (`"new shoes"` or `'new shoes'`, with `\` before a quote of the same kind) or runs to the
/// next space, comma, bracket or comparison sign.
public final class WordReader {
    /// How many brackets, signs and `not` may stand within one another. Nobody writes as many by hand, and every reader
    /// of them goes down as deep.
    public static final int DEEPEST = 200;

    /// Of a longer text only a part is shown.
    private static final int LONG = 400;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_$./:@+-]+");
    private static final List<String> RESERVED = List.of("and", "or", "not", "in", "contains", "starts-with", "exists");

    private final String text;
    private int at;
    private int depth;

    /// The furthest place at which keywords were looked for in vain, and which.
    private int furthest;

    private final List<String> keywords = new ArrayList<>();

    public WordReader(String text) {
        this.text = text;
    }

    /// The word as it is written so that it reads back: in quotes if it needs them.
    public static String written(String word) {
        return PLAIN.matcher(word).matches() && !RESERVED.contains(word.toLowerCase(Locale.ROOT)) ? word : quoted(word);
    }

    /// The word in quotes.
    public static String quoted(String word) {
        return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// A text with a mark under a place; of a long one what is around it.
    public static String marked(String text, int at) {
        boolean isLong = text.length() > LONG;
        int from = isLong ? Math.max(0, at - LONG / 2) : 0;
        int until = isLong ? Math.min(text.length(), at + LONG / 2) : text.length();
        String before = from > 0 ? "… " : "";
        return "  " + before + text.substring(from, until) + (until < text.length() ? " …" : "") + "\n  "
                + " ".repeat(before.length() + at - from) + "^";
    }

    /// Where the next word or sign begins.
    public int place() {
        skipSpace();
        return at;
    }

    /// The next word.
    ///
    /// @param what is expected, for the message
    /// @throws SelectionError if there is none
    public String word(String what) {
        if (isAtQuote()) {
            return inQuotes();
        }
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw expected(what);
        }
        return text.substring(start, at);
    }

    /// Whether the next word is in quotes.
    public boolean isAtQuote() {
        skipSpace();
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    /// What stands before the next of some signs.
    String upTo(String signs, String what) {
        int start = at;
        while (at < text.length() && signs.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String found = text.substring(start, at).strip();
        if (found.isEmpty()) {
            throw expectedAt(start, what);
        }
        return found;
    }

    /// All that follows.
    ///
    /// @param what is expected, for the message
    /// @throws SelectionError if there is nothing more
    public String rest(String what) {
        skipSpace();
        return upTo("", what);
    }

    private String inQuotes() {
        int start = at;
        char quote = text.charAt(at++);
        var word = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            word.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw expectedAt(start, "a closing " + quote + " for the quote");
        }
        at++;
        return word.toString();
    }

    /// Passes over some words, in any case and without quotes, if they come next.
    public boolean takeWords(String... words) {
        int start = at;
        for (String word : words) {
            if (!takeWord(word)) {
                at = start;
                return false;
            }
        }
        return true;
    }

    /// Reads what stands inside a bracket, or behind a sign or `not`.
    ///
    /// @throws SelectionError if that is deeper than [#DEEPEST]
    public <T> T inside(Supplier<T> part) {
        if (depth == DEEPEST) {
            throw expected("at most " + DEEPEST + " brackets, signs and \"not\" within one another");
        }
        depth++;
        T read = part.get();
        depth--;
        return read;
    }

    private boolean takeWord(String word) {
        skipSpace();
        int end = at + word.length();
        boolean isThere = text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || !isWordPart(text.charAt(end)));
        if (isThere) {
            at = end;
        } else if (at >= furthest) {
            if (at > furthest) {
                keywords.clear();
            }
            furthest = at;
            keywords.add(word);
        }
        return isThere;
    }

    /// Passes over a sign if it comes next.
    public boolean take(String sign) {
        skipSpace();
        boolean isThere = text.startsWith(sign, at);
        if (isThere) {
            at += sign.length();
        }
        return isThere;
    }

    /// Passes over a sign.
    ///
    /// @throws SelectionError if it does not come next
    public void require(String sign) {
        if (!take(sign)) {
            throw expected("\"" + sign + "\"");
        }
    }

    /// @throws SelectionError if anything follows
    public void requireEnd() {
        skipSpace();
        if (at < text.length()) {
            throw expected("the end");
        }
    }

    /// The fault that something else was expected here.
    public SelectionError expected(String what) {
        return expectedAt(place(), what);
    }

    /// The fault that something else was expected at a place, or behind it the keyword that was probably meant.
    public SelectionError expectedAt(int place, String what) {
        Optional<String> near = furthest < place ? Optional.empty() : near(furthest, keywords);
        return near.isPresent() && furthest > place
                ? new SelectionError(text, furthest, "another word" + meant(near.get()))
                : new SelectionError(
                        text,
                        place,
                        what
                                + near.filter(word -> !what.equals(quoted(word)))
                                        .map(WordReader::meant)
                                        .orElse(""));
    }

    /// The fault that another word was expected at a place; names the one that was probably meant.
    public SelectionError expectedAt(int place, String what, Collection<String> words) {
        return near(place, words)
                .map(near -> new SelectionError(text, place, what + meant(near)))
                .orElseGet(() -> expectedAt(place, what));
    }

    private Optional<String> near(int place, Collection<String> words) {
        String word = wordAt(place);
        // A letter or a digit is one change away from every other.
        return word.length() < 2 ? Optional.empty() : Nearest.to(word, words);
    }

    private static String meant(String near) {
        return " (did you mean \"" + near + "\"?)";
    }

    /// The unquoted word at a place.
    public String wordAt(int place) {
        int end = place;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return text.substring(place, end);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isWordPart(char sign) {
        return !Character.isWhitespace(sign) && ",()[]=!<>|\"'".indexOf(sign) < 0;
    }
}
