package perennial.core.history;

import perennial.core.calendar.Every;
import perennial.core.calendar.LocalDays;
import perennial.core.calendar.Periods;

/// Reads the period of many instants; remembers the stretch of time around the last one that is surely in the same
/// period. For one thread.
public final class PeriodReader {
    private final Periods periods;
    private final LocalDays localDays;
    private long from;
    private long until;
    private int period;

    public PeriodReader(Periods periods) {
        this.periods = periods;
        localDays = periods.calendar().localDays();
    }

    /// The period of a second, counted from 1970, and of all within it; -1 outside all periods.
    public int of(long second) {
        if (second < from || second >= until) {
            read(second);
        }
        return period;
    }

    /// The first second after the one read last that may be of another period.
    public long samePeriodUntil() {
        return until;
    }

    /// Periods and local dates change at whole seconds only.
    private void read(long second) {
        from = second;
        if (periods.every() == Every.HOUR) {
            period = periods.ofInstant(second * 1000);
            until = period < 0 ? second + 1 : Math.min(localDays.sameDayUntil(second), periods.end(period) / 1000);
        } else {
            period = periods.ofDay(localDays.dayOf(second));
            until = period < 0
                    ? localDays.sameDayUntil()
                    : Math.min(localDays.sameOffsetUntil(), periods.end(period) / 1000);
        }
    }
}
