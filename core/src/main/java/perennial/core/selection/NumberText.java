package perennial.core.selection;

/// Recognises numbers as JSON writes them, without a regular expression: it runs for each value of each row.
public final class NumberText {
    private NumberText() {}

    public static boolean isNumber(String text) {
        int length = text.length();
        int at = 0;
        if (at < length && text.charAt(at) == '-') {
            at++;
        }
        int whole = digits(text, at);
        if (whole == at || whole > at + 1 && text.charAt(at) == '0') {
            return false;
        }
        at = whole;
        if (at < length && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < length && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int exponent = digits(text, at);
            if (exponent == at || exponent > at + 4) {
                return false; // an exponent of five digits is an attack on memory, not a number
            }
            at = exponent;
        }
        return at == length;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
