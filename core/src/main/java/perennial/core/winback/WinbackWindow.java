package perennial.core.winback;

import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.answer.State;
import perennial.core.calendar.LocalDays;
import perennial.core.life.Lives;
import perennial.core.question.Scope;
import perennial.core.question.Tally;

/// So many days after the end of a life in which a new one counts as won back. Counts three boxes a period: the lives
/// ended, those of them that are mature, and those of these that were won back.
record WinbackWindow(Scope scope, int days) {
    private static final int ENDED = 0;
    private static final int MATURE = 1;
    private static final int WON_BACK = 2;
    private static final int KINDS = 3;

    int boxes() {
        return scope.periods().count() * KINDS;
    }

    static int ended(int period) {
        return period * KINDS + ENDED;
    }

    private static int mature(int period) {
        return period * KINDS + MATURE;
    }

    private static int wonBack(int period) {
        return period * KINDS + WON_BACK;
    }

    /// Counts one life that ended in a period.
    void count(Tally tally, LocalDays localDays, int owner, Lives lives, int life, int period) {
        tally.add(ended(period), owner);
        long windowEnd = localDays.plusDays(lives.end(life), days);
        if (windowEnd <= scope.asOf()) {
            tally.add(mature(period), owner);
            if (life + 1 < lives.count() && lives.start(life + 1) < windowEnd) {
                tally.add(wonBack(period), owner);
            }
        }
    }

    /// Ends a row with the mature, the won back, and their share.
    Row row(Row.Builder row, Counts counts, int period) {
        State state = state(period, counts.of(mature(period)));
        row.count("mature", mature(period));
        if (state == State.NOT_YET) {
            row.missing("won_back");
        } else {
            row.count("won_back", wonBack(period));
        }
        return row.share(new Share(counts.of(wonBack(period)), counts.of(mature(period))), state);
    }

    private State state(int period, long mature) {
        long lastWindowEnd = scope.periods().calendar().plusDays(scope.periods().end(period), days);
        return lastWindowEnd <= scope.asOf() ? State.COMPLETE : mature > 0 ? State.IN_PROGRESS : State.NOT_YET;
    }

    /// The rule in words.
    String rule() {
        return "Won back: a new life began within " + days
                + " days after the end. Rate: won back among mature lives, whose " + days + " days are over.";
    }
}
