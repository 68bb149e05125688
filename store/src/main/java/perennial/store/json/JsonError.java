package perennial.store.json;

import java.util.regex.Pattern;

/// A text that is no JSON, with the column of the fault, from 1.
public final class JsonError extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /// What the parser says to those who program with it.
    private static final Pattern INSIDE =
            Pattern.compile(":? enable `[^`]*` to allow|,? from `[^`]*`| \\(start marker at .*\\)$");

    JsonError(String fault, int column) {
        super("no JSON at column " + column + ": " + INSIDE.matcher(fault).replaceAll(""));
    }
}
