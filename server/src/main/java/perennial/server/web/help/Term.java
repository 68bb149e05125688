package perennial.server.web.help;

import java.util.Locale;

/// A word and what it means.
///
/// @param meaning plain text, one or two sentences
public record Term(String word, String meaning) {
    /// Its place on the page of help.
    public String anchor() {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
