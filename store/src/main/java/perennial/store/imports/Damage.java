package perennial.store.imports;

import java.util.Optional;

/// What makes a row unreadable: what [TextReader] marked as no text in a stretch of characters, or a quote without end.
final class Damage {
    private Damage() {}

    /// The first fault, if there is one.
    static Optional<Reason> find(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            char sign = text[i];
            if (sign == 0) {
                return Optional.of(Reason.NUL_BYTE);
            }
            if (Character.isLowSurrogate(sign) && (i == from || !Character.isHighSurrogate(text[i - 1]))) {
                return Optional.of(sign == TextReader.CUT ? Reason.LINE_TOO_LONG : Reason.INVALID_UTF8);
            }
        }
        return Optional.empty();
    }

    static Optional<Reason> find(String text) {
        return find(text.toCharArray(), 0, text.length());
    }

    /// The refusal of a row that is damaged in this way.
    static Refused refused(Reason reason, String value) {
        return switch (reason) {
            case NUL_BYTE ->
                new Refused(
                        "",
                        value,
                        reason,
                        "The row holds a NUL character, which no text has; write the file again"
                                + " without it, for example through: tr -d '\\000'");
            case INVALID_UTF8 ->
                new Refused(
                        "",
                        value,
                        reason,
                        "The row holds bytes that are no UTF-8; save the file as UTF-8, for"
                                + " example with: iconv -f windows-1252 -t utf-8");
            case LINE_TOO_LONG ->
                new Refused(
                        "",
                        value,
                        reason,
                        "The line is longer than " + TextReader.LONGEST_LINE
                                + " characters, so it is no event; look for a missing line end before it");
            case UNCLOSED_QUOTE ->
                new Refused(
                        "",
                        value,
                        reason,
                        "The row opens a quote that is not closed before the file ends, so it and"
                                + " everything behind it became one cell; close or double the quote");
            default -> throw new IllegalStateException("Bug: " + reason + " is no damage of a row");
        };
    }
}
