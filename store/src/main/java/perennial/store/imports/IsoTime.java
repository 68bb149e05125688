package perennial.store.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Reads ISO 8601 times by hand, as it happens for every row: `2026-03-01T09:00:00.123+01:00`, with a space
/// for the `T`, without seconds, without zone (local), or a date alone (start of the local day). Not for
/// sharing between threads.
final class IsoTime {
    private static final long DAY = 86_400;

    private final ZoneId zone;
    private final ZoneRules rules;
    /// Local seconds, a day clear of any change of the clock, within which `offset` holds.
    private long from = 1;

    private long until = 0;
    private long offset;

    private String text = "";
    private int at;

    IsoTime(ZoneId zone) {
        this.zone = zone;
        rules = zone.getRules();
    }

    /// The instant in milliseconds, or [TimeFormat#NONE].
    long parse(String toRead) {
        text = toRead;
        at = 0;
        int year = digits(4);
        int month = sign('-') ? digits(2) : -1;
        int day = sign('-') ? digits(2) : -1;
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
            return TimeFormat.NONE;
        }
        if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return TimeFormat.NONE;
        }
        long epochDay = LocalDate.of(year, month, day).toEpochDay();
        if (at == text.length()) {
            return local(epochDay * DAY) * 1_000;
        }
        return withTime(epochDay);
    }

    private long withTime(long epochDay) {
        if (!sign('T') && !sign(' ') && !sign('t')) {
            return TimeFormat.NONE;
        }
        int hour = digits(2);
        int minute = sign(':') ? digits(2) : -1;
        int second = sign(':') ? digits(2) : 0;
        int milli = sign('.') || sign(',') ? fraction() : 0;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || milli < 0) {
            return TimeFormat.NONE;
        }
        long seconds = epochDay * DAY + hour * 3_600L + minute * 60L + second;
        if (at == text.length()) {
            return local(seconds) * 1_000 + milli;
        }
        sign(' ');
        if (text.regionMatches(at, "UTC", 0, 3) && at + 3 == text.length()) {
            return seconds * 1_000 + milli;
        }
        if ((sign('Z') || sign('z')) && at == text.length()) {
            return seconds * 1_000 + milli;
        }
        boolean isWest = at < text.length() && text.charAt(at) == '-';
        if (!isWest && !sign('+')) {
            return TimeFormat.NONE;
        }
        if (isWest) {
            at++;
        }
        int hours = digits(2);
        boolean hasMinutes = sign(':') || at < text.length();
        int minutes = hasMinutes ? digits(2) : 0;
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || at != text.length()) {
            return TimeFormat.NONE;
        }
        long east = (hours * 3_600L + minutes * 60L) * (isWest ? -1 : 1);
        return (seconds - east) * 1_000 + milli;
    }

    /// Local seconds as UTC seconds: the earlier of two where the clock goes back, after the gap where it goes forward.
    private long local(long seconds) {
        if (seconds < from || seconds >= until) {
            LocalDateTime local = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
            long instant = local.atZone(zone).toEpochSecond();
            var exact = Instant.ofEpochSecond(instant);
            offset = rules.getOffset(exact).getTotalSeconds();
            ZoneOffsetTransition next = rules.nextTransition(exact);
            ZoneOffsetTransition previous = rules.previousTransition(exact.plusSeconds(1));
            from = previous == null ? Long.MIN_VALUE : previous.toEpochSecond() + offset + DAY;
            until = next == null ? Long.MAX_VALUE : next.toEpochSecond() + offset - DAY;
            return instant;
        }
        return seconds - offset;
    }

    private boolean sign(char expected) {
        boolean isThere = at < text.length() && text.charAt(at) == expected;
        if (isThere) {
            at++;
        }
        return isThere;
    }

    private int digits(int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < count; i++) {
            int digit = text.charAt(at + i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        at += count;
        return number;
    }

    /// Thousandths; finer digits are dropped, as the store keeps milliseconds.
    private int fraction() {
        int milli = 0;
        int count = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            if (count < 3) {
                milli = 10 * milli + text.charAt(at) - '0';
            }
            count++;
            at++;
        }
        if (count == 0) {
            return -1;
        }
        return count == 1 ? milli * 100 : count == 2 ? milli * 10 : milli;
    }
}
