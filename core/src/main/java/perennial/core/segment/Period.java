package perennial.core.segment;

import java.time.DateTimeException;
import java.time.LocalDate;
import perennial.core.calendar.LocalDays;
import perennial.core.history.History;

/// On which local dates something must have happened. The text form begins with a space, as it follows something; that
/// of [Ever] is empty.
public sealed interface Period {

    /// The local dates `[from, until)`, as epoch days.
    record Days(int from, int until) {
        /// All on which events of a history may count. A day to each side: in rare zones local dates do not follow the
        /// order of time.
        static Days of(History history) {
            LocalDays localDays = history.calendar().localDays();
            long last = Math.min(history.lastTime().orElse(0), history.asOf());
            return new Days(localDays.dayOfMillis(history.firstTime().orElse(0)) - 1, localDays.dayOfMillis(last) + 2);
        }

        boolean has(int day) {
            return day >= from && day < until;
        }

        int count() {
            return until - from;
        }
    }

    /// The dates it means.
    ///
    /// @param today the local date of the last millisecond before the instant at which it is judged
    default Days days(int today) {
        return switch (this) {
            case Ever() -> new Days(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case Last(int days) -> new Days(today - days + 1, Integer.MAX_VALUE);
            case BeforeLast(int days) -> new Days(Integer.MIN_VALUE, today - days + 1);
            case Since(LocalDate from) -> new Days(day(from), Integer.MAX_VALUE);
            case Before(LocalDate until) -> new Days(Integer.MIN_VALUE, day(until));
            case Between(LocalDate from, LocalDate until) -> new Days(day(from), day(until));
        };
    }

    /// A date of four-digit years.
    ///
    /// @throws DateTimeException if it is none
    static LocalDate date(String text) {
        if (text.length() != "2026-01-31".length()) {
            throw new DateTimeException("\"" + text + "\" is no date");
        }
        return LocalDate.parse(text);
    }

    private static int requireDays(int days) {
        if (days < 1) {
            throw new SegmentFault("A period has at least 1 day, was " + days);
        }
        return days;
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /// At any time.
    record Ever() implements Period {
        @Override
        public String toString() {
            return "";
        }
    }

    /// On one of the last `days` dates, today included.
    record Last(int days) implements Period {
        public Last {
            requireDays(days);
        }

        @Override
        public String toString() {
            return " in last " + days + " days";
        }
    }

    /// Before the last `days` dates.
    record BeforeLast(int days) implements Period {
        public BeforeLast {
            requireDays(days);
        }

        @Override
        public String toString() {
            return " more than " + days + " days ago";
        }
    }

    /// On a date or later.
    record Since(LocalDate from) implements Period {
        @Override
        public String toString() {
            return " since " + from;
        }
    }

    /// Before a date.
    record Before(LocalDate until) implements Period {
        @Override
        public String toString() {
            return " before " + until;
        }
    }

    /// On one of the dates `[from, until)`.
    record Between(LocalDate from, LocalDate until) implements Period {
        public Between {
            if (!from.isBefore(until)) {
                throw new SegmentFault("The period from " + from + " until " + until + " has no dates");
            }
        }

        @Override
        public String toString() {
            return " from " + from + " until " + until;
        }
    }
}
