package perennial.store.json;

/// Writes text as a JSON string in the one canonical way: the short escapes, four hex
/// digits for other control characters, everything else as it is.
public final class JsonText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /// The text in quotes.
    public static String quote(String text) {
        var quoted = new StringBuilder(text.length() + 2);
        quote(text, quoted);
        return quoted.toString();
    }

    /// Appends the text in quotes.
    public static void quote(String text, StringBuilder to) {
        to.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' || sign == '"' || sign == '\\') {
                to.append(text, from, i);
                escape(sign, to);
                from = i + 1;
            }
        }
        to.append(text, from, text.length()).append('"');
    }

    private static void escape(char sign, StringBuilder to) {
        to.append('\\');
        switch (sign) {
            case '"', '\\' -> to.append(sign);
            case '\n' -> to.append('n');
            case '\r' -> to.append('r');
            case '\t' -> to.append('t');
            case '\b' -> to.append('b');
            case '\f' -> to.append('f');
            default -> to.append("u00").append(HEX[sign >> 4]).append(HEX[sign & 15]);
        }
    }
}
