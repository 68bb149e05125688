package perennial.store.access;

import java.util.regex.Pattern;

/// Whether a text that people typed can be read as it is: it has letters, not too many, and none that are not seen or
/// that turn the order of others round.
public final class Visible {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Visible() {}

    /// @param text without blanks around it
    public static boolean is(String text, int longest) {
        return !text.isEmpty()
                && text.length() <= longest
                && !UNSEEN.matcher(text).find();
    }
}
