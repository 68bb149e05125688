package perennial.store.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import perennial.core.selection.Condition;

/// Reads times as milliseconds since 1970-01-01 UTC. Times without a zone are local to the workspace; a date
/// alone is the start of that local day. Not for sharing between threads.
final class TimeFormat {
    /// No time: the text cannot be read.
    static final long NONE = Long.MIN_VALUE;

    private static final String EXAMPLES =
            "iso, epoch-s, epoch-ms, epoch-us or a pattern such as yyyyMMdd or \"dd/MM/yyyy HH:mm\"";

    private enum Kind {
        SEEN,
        ISO,
        EPOCH_S,
        EPOCH_MS,
        EPOCH_US,
        PATTERN
    }

    private final String name;
    private final Kind kind;
    private final Optional<DateTimeFormatter> pattern;
    private final ZoneId zone;
    private final IsoTime iso;
    private String last = "";
    private long lastMillis = NONE;

    TimeFormat(Optional<String> format, ZoneId zone) {
        name = format.orElse("any ISO 8601 or epoch time");
        kind = format.map(TimeFormat::kind).orElse(Kind.SEEN);
        pattern = kind == Kind.PATTERN ? format.map(TimeFormat::formatter) : Optional.empty();
        this.zone = zone;
        iso = new IsoTime(zone);
    }

    /// @throws BadPlan if it is neither a name nor a pattern
    static void requireKnown(String format) {
        if (kind(format) == Kind.PATTERN) {
            formatter(format);
        }
    }

    private static Kind kind(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "iso" -> Kind.ISO;
            case "epoch-s" -> Kind.EPOCH_S;
            case "epoch-ms" -> Kind.EPOCH_MS;
            case "epoch-us" -> Kind.EPOCH_US;
            default -> Kind.PATTERN;
        };
    }

    private static DateTimeFormatter formatter(String format) {
        try {
            return DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw new BadPlan(
                    "--time-format: \"" + format + "\" is no format (" + e.getMessage() + "); give " + EXAMPLES);
        }
    }

    /// The instant, or [#NONE].
    long parse(String text) {
        if (!text.equals(last)) { // histories in order of time repeat themselves
            last = text;
            lastMillis = read(text.strip());
        }
        return lastMillis;
    }

    /// Why a text was not read, and what to do.
    Refused refused(String field, String text) {
        String hint = text.matches("\\d{8}") ? "; if it is a date, give --time-format yyyyMMdd" : "";
        return new Refused(
                field,
                text,
                Reason.BAD_TIME,
                "\"" + Refused.shown(text) + "\" cannot be read as " + name + "; expected e.g. " + example() + hint
                        + (hint.isEmpty() ? ", or name another --time-format" : ""));
    }

    private String example() {
        return switch (kind) {
            case SEEN, ISO -> "2026-03-01T09:00:00Z";
            case EPOCH_S -> "1772355600";
            case EPOCH_MS -> "1772355600000";
            case EPOCH_US -> "1772355600000000";
            case PATTERN ->
                pattern.map(each -> each.format(ZonedDateTime.of(2026, 3, 1, 9, 0, 0, 0, zone)))
                        .orElse("");
        };
    }

    private long read(String text) {
        return switch (kind) {
            case ISO -> iso.parse(text);
            case EPOCH_S -> epoch(text, 1_000, 1);
            case EPOCH_MS -> epoch(text, 1, 1);
            case EPOCH_US -> epoch(text, 1, 1_000);
            case PATTERN -> pattern.map(each -> byPattern(each, text)).orElse(NONE);
            case SEEN -> text.length() > 4 && text.charAt(4) == '-' ? iso.parse(text) : byMagnitude(text);
        };
    }

    /// Seconds from 9 digits on (1973), milliseconds from 12 (1973), microseconds from 15 (1973): never two readings.
    private static long byMagnitude(String text) {
        int point = text.indexOf('.');
        int digits = point < 0 ? text.length() : point;
        return switch (digits) {
            case 9, 10 -> epoch(text, 1_000, 1);
            case 12, 13 -> epoch(text, 1, 1);
            case 15, 16 -> epoch(text, 1, 1_000);
            default -> NONE;
        };
    }

    private static long epoch(String text, long times, long over) {
        if (!Condition.isNumber(text) || text.length() > 30 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return NONE;
        }
        BigDecimal millis = new BigDecimal(text)
                .multiply(BigDecimal.valueOf(times))
                .divide(BigDecimal.valueOf(over), 0, RoundingMode.FLOOR);
        return millis.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 4)) > 0 ? Long.MAX_VALUE : millis.longValue();
    }

    private long byPattern(DateTimeFormatter formatter, String text) {
        try {
            TemporalAccessor time =
                    formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (time) {
                case ZonedDateTime zoned -> zoned.toInstant().toEpochMilli();
                case LocalDateTime local -> local.atZone(zone).toInstant().toEpochMilli();
                case LocalDate date -> date.atStartOfDay(zone).toInstant().toEpochMilli();
                default -> NONE;
            };
        } catch (DateTimeException e) {
            return NONE;
        }
    }
}
