package perennial.core.campaign;

import java.util.OptionalLong;
import perennial.core.history.EventFilter;
import perennial.core.history.Shard;
import perennial.core.life.Basis;
import perennial.core.life.Lives;
import perennial.core.selection.Selection;

/// What counts as coming back.
public sealed interface Objective {
    /// Tells of a shard's customers; for one thread. All else tells of the customer read last.
    interface Reader {
        void read(int owner);

        /// The number of the life that had ended at an instant, from 1; 0 for whoever never was there.
        int life(long instant);

        /// Whether the customer has not left.
        boolean isThere(long instant);

        /// When the customer first came back in `[from, until)`: at once if it turned out that it had not left.
        OptionalLong back(long from, long until);

        /// Whether who came back at one instant is there still at a later one.
        boolean isKept(long back, long later);

        /// Position of the event with which the life ended that is the last before an instant.
        OptionalLong endOf(long instant);
    }

    /// What reads it from the customers of a shard.
    Reader in(Shard shard);

    /// Who may be asked for it: for messages and pages.
    String words();

    /// A new life begins: by contract, or by use after so many silent days.
    ///
    /// @param inactiveAfter silent days that end a life by use; as usual where lives go by contract
    record Return(Basis basis, int inactiveAfter) implements Objective {
        public static final int USUAL_INACTIVE_AFTER = 30;

        public Return {
            inactiveAfter = basis == Basis.CONTRACT ? USUAL_INACTIVE_AFTER : inactiveAfter;
        }

        /// By contract.
        public Return() {
            this(Basis.CONTRACT, USUAL_INACTIVE_AFTER);
        }

        @Override
        public Reader in(Shard shard) {
            return new OfLives(basis.lives(shard.history(), inactiveAfter).in(shard));
        }

        @Override
        public String words() {
            return basis == Basis.CONTRACT
                    ? "customers whose contract ended begin a new one"
                    : "customers who were inactive for " + inactiveAfter + " days are active again";
        }
    }

    /// An event of a selection is done, by whomever; being there counts for nothing, and every customer has one life.
    record Doing(Selection selection) implements Objective {
        @Override
        public Reader in(Shard shard) {
            return new OfEvents(shard, shard.filter(selection));
        }

        @Override
        public String words() {
            return "customers do " + selection;
        }
    }

    /// By lives.
    final class OfLives implements Reader {
        private final Lives lives;

        private OfLives(Lives lives) {
            this.lives = lives;
        }

        @Override
        public void read(int owner) {
            lives.read(owner);
        }

        @Override
        public int life(long instant) {
            int begun = 0;
            while (begun < lives.count() && lives.start(begun) < instant) {
                begun++;
            }
            return begun;
        }

        @Override
        public boolean isThere(long instant) {
            return lives.openAt(instant) >= 0;
        }

        @Override
        public OptionalLong back(long from, long until) {
            if (isThere(from)) {
                return OptionalLong.of(from);
            }
            int next = life(from);
            return next < lives.count() && lives.start(next) < until
                    ? OptionalLong.of(lives.start(next))
                    : OptionalLong.empty();
        }

        @Override
        public boolean isKept(long back, long later) {
            return lives.openAt(later) >= 0;
        }

        @Override
        public OptionalLong endOf(long instant) {
            int life = life(instant);
            return life == 0 ? OptionalLong.empty() : OptionalLong.of(lives.endAt(life - 1));
        }
    }

    /// By events.
    final class OfEvents implements Reader {
        private final Shard shard;
        private final EventFilter filter;
        private int owner;

        private OfEvents(Shard shard, EventFilter filter) {
            this.shard = shard;
            this.filter = filter;
        }

        @Override
        public void read(int owner) {
            this.owner = owner;
        }

        @Override
        public int life(long instant) {
            return 1;
        }

        @Override
        public boolean isThere(long instant) {
            return false;
        }

        @Override
        public OptionalLong back(long from, long until) {
            for (long at = shard.firstFrom(owner, from); at < shard.until(owner); at++) {
                long time = shard.timelines().time(at);
                if (time >= until) {
                    break;
                }
                if (filter.test(at)) {
                    return OptionalLong.of(time);
                }
            }
            return OptionalLong.empty();
        }

        /// Did it again later.
        @Override
        public boolean isKept(long back, long later) {
            return back(later, shard.history().asOf()).isPresent();
        }

        @Override
        public OptionalLong endOf(long instant) {
            return OptionalLong.empty();
        }
    }
}
