package perennial.store.imports;

/// Thrown inside the mapping of one row: which field is wrong, with what value, why, and what to do.
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    /// Longer values are cut: they are shown, not stored.
    private static final int SHOWN = 200;

    private final String field;
    private final String value;
    private final Reason reason;

    Refused(String field, String value, Reason reason, String sentence) {
        super(sentence, null, false, false); // without a stack trace: a file may hold millions of bad rows
        this.field = field;
        this.value = shown(value);
        this.reason = reason;
    }

    /// The field that is wrong; empty if it is the whole.
    public String field() {
        return field;
    }

    /// What it holds, short.
    public String value() {
        return value;
    }

    /// What is wrong, and what to do.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    Reject at(String file, long line) {
        return new Reject(file, line, field, value, reason.code(), sentence());
    }

    public Reason reason() {
        return reason;
    }

    /// Short, on one line, without signs that upset a terminal or the store.
    public static String shown(String value) {
        String start = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        var clean = new StringBuilder(start.length());
        start.codePoints()
                .map(sign -> sign < ' ' || sign == 127 || Character.getType(sign) == Character.SURROGATE ? '�' : sign)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
