package perennial.server.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import perennial.core.calendar.Every;

/// How numbers, shares, money, dates and spans of time read on every page.
public final class Figures {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter FULL_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private Figures() {}

    /// `12,480`, `−40`.
    public static String whole(long number) {
        return formatted("#,##0", number);
    }

    /// With a sign: `+98`, `−40`, `0`.
    public static String change(long number) {
        return (number > 0 ? "+" : "") + whole(number);
    }

    /// At most two digits after the point: `2.75`.
    public static String real(double number) {
        return formatted("#,##0.##", number);
    }

    /// A share of 0..1 with one digit: `2.7%`.
    public static String percent(double share) {
        return formatted("0.0", 100 * share) + "%";
    }

    /// A share in a heat map: `52`.
    public static String bare(double share) {
        return formatted("0", 100 * share);
    }

    /// The bounds of a share: `48.1–52.2%`.
    public static String interval(double low, double high) {
        return formatted("0.0", 100 * low) + "–" + percent(high);
    }

    /// A change of a share: `+0.3 pts`.
    public static String points(double change) {
        return (change > 0 ? "+" : "") + formatted("0.0", 100 * change) + " pts";
    }

    /// In full: `€928,765.20`.
    public static String money(BigDecimal amount, Currency currency) {
        return sign(amount) + symbol(currency) + format("#,##0.00").format(amount.abs());
    }

    /// For tiles: `€928.8k`, `€1.24m`.
    public static String shortMoney(BigDecimal amount, Currency currency) {
        BigDecimal size = amount.abs();
        String number = size.compareTo(BigDecimal.valueOf(1_000_000)) >= 0
                ? format("0.00").format(size.movePointLeft(6)) + "m"
                : size.compareTo(BigDecimal.valueOf(10_000)) >= 0
                        ? format("0.0").format(size.movePointLeft(3)) + "k"
                        : format("#,##0").format(size);
        return sign(amount) + symbol(currency) + number;
    }

    private static String sign(BigDecimal amount) {
        return amount.signum() < 0 ? "−" : "";
    }

    private static String symbol(Currency currency) {
        return currency.getSymbol(Locale.ENGLISH);
    }

    /// `7 Sep 2026`.
    public static String date(LocalDate date) {
        return DAY.format(date);
    }

    /// `Thursday 12 November 2026`.
    public static String weekday(LocalDate date) {
        return WEEKDAY.format(date);
    }

    /// `09:40`.
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /// `Thu 12 Nov 2026, 09:40, Europe/Berlin`.
    public static String moment(Instant time, ZoneId zone) {
        return MOMENT.format(time.atZone(zone)) + ", " + zone.getId();
    }

    /// One period by the label of its row, as the head of a column or an axis: `Sep 2026`, `7 Sep`, `Q3 2026`.
    public static String period(String label, Every every) {
        return switch (every) {
            case HOUR -> HOUR.format(LocalDateTime.parse(label));
            case DAY, WEEK -> DAY_OF_YEAR.format(LocalDate.parse(label));
            case MONTH -> MONTH.format(LocalDate.parse(label));
            case QUARTER, YEAR -> inFull(label, every);
        };
    }

    /// The same within a sentence: `September 2026`, `the week of 7 Sep 2026`, `the 3rd quarter of 2026`.
    public static String inFull(String label, Every every) {
        if (every == Every.HOUR) {
            return HOUR.format(LocalDateTime.parse(label));
        }
        LocalDate first = LocalDate.parse(label);
        return switch (every) {
            case HOUR, DAY -> date(first);
            case WEEK -> "the week of " + date(first);
            case MONTH -> FULL_MONTH.format(first);
            case QUARTER -> "Q" + (first.getMonthValue() + 2) / 3 + " " + first.getYear();
            case YEAR -> String.valueOf(first.getYear());
        };
    }

    /// The same with its preposition: `in September 2026`, `on 7 Sep 2026`.
    public static String during(String label, Every every) {
        return switch (every) {
                    case HOUR -> "at ";
                    case DAY -> "on ";
                    case WEEK, MONTH, QUARTER, YEAR -> "in ";
                }
                + inFull(label, every);
    }

    /// `23 MB`, at least 1.
    public static String megabytes(long bytes) {
        return whole((bytes + 999_999) / 1_000_000) + " MB";
    }

    /// `1 day`, `74 days`, `2.5 days`.
    public static String days(double days) {
        return real(days) + (days == 1 ? " day" : " days");
    }

    /// The two largest units: `45 s`, `1 min 36 s`, `4 h 5 min`, `2 days 15 h`, `74 days`.
    public static String span(double seconds) {
        long all = Math.round(seconds);
        if (all < 60) {
            return all + " s";
        }
        if (all < 3600) {
            return both(all / 60 + " min", all % 60, " s");
        }
        if (all < 86_400) {
            return both(all / 3600 + " h", all % 3600 / 60, " min");
        }
        long days = all / 86_400;
        return days < 10 ? both(days + (days == 1 ? " day" : " days"), all % 86_400 / 3600, " h") : days + " days";
    }

    private static String both(String large, long small, String unit) {
        return small == 0 ? large : large + " " + small + unit;
    }

    private static String formatted(String pattern, double number) {
        String text = format(pattern).format(number);
        return text.matches("−[0.]+") ? text.substring(1) : text;
    }

    /// Made anew each time: it is not safe for threads.
    private static DecimalFormat format(String pattern) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        symbols.setMinusSign('−');
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format;
    }
}
