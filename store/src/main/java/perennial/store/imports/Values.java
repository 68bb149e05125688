package perennial.store.imports;

import java.math.BigDecimal;
import java.util.Locale;
import perennial.core.selection.Condition;
import perennial.store.json.Json;
import perennial.store.json.JsonError;
import perennial.store.json.JsonText;

/// Reads single cells: amounts, currencies, properties, and times in their range. All refusals of values are here.
final class Values {
    /// 2106-02-07T06:28:15.999Z: seconds fit 32 bits.
    private static final long LAST_MS = 4_294_967_295_999L;

    private static final int DECIMALS = 9;
    private static final int WHOLE_DIGITS = 29;

    private Values() {}

    static long time(TimeFormat format, String field, String text) throws Refused {
        if (text.isBlank()) {
            throw new Refused(
                    field,
                    text,
                    Reason.MISSING_TIME,
                    "The row has no time in \"" + field + "\"; fill the cell or leave the row out");
        }
        long millis = format.parse(text);
        if (millis == TimeFormat.NONE) {
            throw format.refused(field, text);
        }
        if (millis != nearest(millis)) {
            throw new Refused(
                    field,
                    text,
                    Reason.TIME_OUT_OF_RANGE,
                    "\"" + Refused.shown(text)
                            + "\" lies outside 1970-01-01 to 2106-02-07; check the cell, or whether --time-format fits"
                            + " (seconds or milliseconds?)");
        }
        return millis;
    }

    /// The time of something that happens now: whatever a client's clock says, it is no reason to lose the event.
    static long liveTime(TimeFormat format, String field, String text) throws Refused {
        long millis = format.parse(text);
        if (millis == TimeFormat.NONE) {
            throw new Refused(
                    field,
                    text,
                    Reason.BAD_TIME,
                    "\"" + Refused.shown(text) + "\" is no time; expected e.g. 2026-03-01T09:00:00Z");
        }
        return nearest(millis);
    }

    /// The time that can be stored next to another: itself, or the first or last there is.
    static long nearest(long millis) {
        return Math.clamp(millis, 0, LAST_MS);
    }

    /// An exact amount.
    static BigDecimal amount(String field, String text) throws Refused {
        if (!Condition.isNumber(text)) {
            throw new Refused(
                    field,
                    text,
                    Reason.BAD_VALUE,
                    "\"" + Refused.shown(text)
                            + "\" is no number; expected e.g. 12.50, with a point, without currency sign or thousands separator");
        }
        BigDecimal amount = new BigDecimal(text).stripTrailingZeros();
        if (amount.scale() > DECIMALS) {
            throw new Refused(
                    field,
                    text,
                    Reason.VALUE_TOO_FINE,
                    "\"" + Refused.shown(text) + "\" has " + amount.scale() + " decimals, at most " + DECIMALS
                            + " are kept exactly; round it");
        }
        if (amount.precision() - amount.scale() > WHOLE_DIGITS) {
            throw new Refused(
                    field,
                    text,
                    Reason.VALUE_TOO_LARGE,
                    "\"" + Refused.shown(text) + "\" has more than " + WHOLE_DIGITS
                            + " digits before the point, which no amount of money has; check the cell");
        }
        return amount.setScale(DECIMALS);
    }

    static String currency(String field, String text) throws Refused {
        String code = text.strip().toUpperCase(Locale.ROOT);
        boolean isCode = code.length() == 3 && code.chars().allMatch(sign -> sign >= 'A' && sign <= 'Z');
        if (!isCode) {
            throw new Refused(
                    field,
                    text,
                    Reason.BAD_CURRENCY,
                    "\"" + Refused.shown(text) + "\" is no currency code; expected three letters such as EUR");
        }
        return code;
    }

    /// A cell as JSON of its type.
    static String json(String field, String text, FieldType type) throws Refused {
        return switch (type) {
            case TEXT -> JsonText.quote(text);
            case NUMBER -> number(field, text);
            case BOOLEAN -> bool(field, text);
            case JSON -> {
                try {
                    yield Json.parse(text).text();
                } catch (JsonError e) {
                    throw new Refused(
                            field,
                            text,
                            Reason.BAD_JSON,
                            "\"" + Refused.shown(text) + "\" is " + e.getMessage()
                                    + "; mend the cell, or keep the column as text with " + field + ":text");
                }
            }
        };
    }

    private static String number(String field, String text) throws Refused {
        if (Condition.isNumber(text)) {
            return text;
        }
        try {
            String stripped = text.strip();
            if (stripped.length() < 400 && stripped.matches("[+-]?[0-9]*\\.?[0-9]*")) { // 007, +5, .5
                return new BigDecimal(stripped).toPlainString();
            }
        } catch (NumberFormatException e) {
            // no digits: falls through to the refusal
        }
        throw new Refused(
                field,
                text,
                Reason.BAD_NUMBER,
                "\"" + Refused.shown(text) + "\" is no number; mend the cell, or keep the column as text with " + field
                        + ":text");
    }

    private static String bool(String field, String text) throws Refused {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> "true";
            case "false", "no", "0" -> "false";
            default ->
                throw new Refused(
                        field,
                        text,
                        Reason.BAD_BOOLEAN,
                        "\"" + Refused.shown(text)
                                + "\" is neither true nor false; mend the cell, or keep the column as text with "
                                + field
                                + ":text");
        };
    }

    /// A name or id, which holds no NUL.
    static String id(String field, String text) throws Refused {
        if (text.indexOf(0) >= 0) {
            throw Damage.refused(Reason.NUL_BYTE, field + " " + text);
        }
        return text;
    }
}
