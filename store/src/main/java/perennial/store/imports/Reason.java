package perennial.store.imports;

import java.util.Locale;

/// Why a row was refused. The codes are stable: scripts may rely on them.
public enum Reason {
    MISSING_ID("no id in any of the mapped id columns"),
    PLACEHOLDER_ID("its only id, or one that it links, stands for nobody: `null`, `guest`, `0` and the like"),
    MISSING_TIME("no time"),
    BAD_TIME("the time cannot be read in the format"),
    TIME_OUT_OF_RANGE("the time is before 1970 or after 2106-02-07"),
    MISSING_EVENT("no event name"),
    BAD_VALUE("the value is no number"),
    VALUE_TOO_FINE("the value has more than 9 decimals"),
    VALUE_TOO_LARGE("the value has more than 29 digits before the point"),
    BAD_CURRENCY("the currency is no three-letter code"),
    BAD_NUMBER("a property or trait of type number holds no number"),
    BAD_BOOLEAN("a property or trait of type boolean holds neither true nor false"),
    BAD_FIELD("a field has a kind of value that does not fit its meaning"),
    TOO_FEW_COLUMNS("the row has fewer cells than the header"),
    TOO_MANY_COLUMNS("the row has more cells than the header"),
    UNCLOSED_QUOTE("a quote is opened and never closed"),
    INVALID_UTF8("the row is not written in UTF-8"),
    NUL_BYTE("the row holds a NUL character"),
    LINE_TOO_LONG("the line is longer than the limit"),
    BAD_JSON("the line is no JSON object"),
    TOO_DEEP("lists and objects lie in one another deeper than the limit"),
    EVENT_TOO_LARGE("the event is larger than the limit"),
    UNKNOWN_TYPE("the type of the call is none that is known"),
    CONFLICTING_DUPLICATE("its message id was used before with other content; the first copy stays"),
    ERASED("its person was erased; nothing of the row is kept");

    private final String meaning;

    Reason(String meaning) {
        this.meaning = meaning;
    }

    /// Half a sentence for documents.
    public String meaning() {
        return meaning;
    }

    /// The stable code, such as `bad_time`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
