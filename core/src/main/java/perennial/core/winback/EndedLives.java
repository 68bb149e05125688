package perennial.core.winback;

import perennial.core.calendar.LocalDays;
import perennial.core.history.Shard;
import perennial.core.life.LifeSource;
import perennial.core.life.Lives;
import perennial.core.question.Scope;

/// The lives that ended in a range, by the as-of time.
record EndedLives(Scope scope, LifeSource source) {
    /// Is shown one ended life after the other.
    interface Visitor {
        /// @param life which of the customer's lives ended
        /// @param period in which it did
        void visit(int owner, Lives lives, int life, int period);
    }

    void forEach(Shard shard, Visitor visitor) {
        LocalDays localDays = scope.periods().calendar().localDays();
        source.forEach(shard, (owner, lives) -> {
            for (int life = 0; life < lives.count() && lives.end(life) <= scope.asOf(); life++) {
                int period = scope.periods().ofDay(localDays.dayOfMillis(lives.end(life)));
                if (period >= 0) {
                    visitor.visit(owner, lives, life, period);
                }
            }
        });
    }
}
