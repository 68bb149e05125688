package perennial.core.segment;

import java.util.Optional;
import perennial.core.calendar.LocalDays;
import perennial.core.history.Column;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.life.ContractLives;
import perennial.core.life.Lives;

/// Whose lives by contract are as asked.
final class InLives implements Judge {
    /// What is asked of the lives of one customer.
    private interface Question {
        boolean isTrue(Lives lives, Moment moment);
    }

    /// The property of an end event that says why.
    private static final String REASON = "reason";

    private final Shard shard;
    private final Question question;
    private final ContractLives source;
    private final ContractLives.SoFar soFar;

    private InLives(Shard shard, Question question) {
        this.shard = shard;
        this.question = question;
        source = ContractLives.of(shard.history());
        soFar = source.soFar(shard);
    }

    static Judge open(Shard shard) {
        return new InLives(shard, (lives, moment) -> lives.openAt(moment.instant()) >= 0);
    }

    static Judge wonBack(Shard shard, Period period) {
        LocalDays localDays = shard.history().calendar().localDays();
        return new InLives(shard, (lives, moment) -> {
            Period.Days days = period.days(moment.today());
            for (int i = 1; i < lives.count(); i++) {
                if (days.has(localDays.dayOfMillis(lives.start(i)))) {
                    return true;
                }
            }
            return false;
        });
    }

    static Judge ended(Shard shard, Optional<String> reason, Period period) {
        LocalDays localDays = shard.history().calendar().localDays();
        Optional<Column> reasons = reason.isPresent() ? shard.property(REASON) : Optional.empty();
        return new InLives(shard, (lives, moment) -> {
            Period.Days days = period.days(moment.today());
            for (int i = 0; i < lives.count() && lives.end(i) <= moment.instant(); i++) {
                if (days.has(localDays.dayOfMillis(lives.end(i)))
                        && (reason.isEmpty() || reason.equals(text(reasons, lives.endAt(i))))) {
                    return true;
                }
            }
            return false;
        });
    }

    private static Optional<String> text(Optional<Column> column, long at) {
        return column.filter(some -> some.code(at) != Column.ABSENT)
                .map(some -> some.dictionary().get(some.code(at)));
    }

    @Override
    public long[] of(long[] among) {
        long[] found = new long[among.length];
        Lives lives = source.in(shard);
        Moments moments = new Moments(shard);
        OwnerSet.forEach(among, owner -> {
            lives.read(owner);
            if (lives.count() > 0 && question.isTrue(lives, moments.of(owner))) {
                OwnerSet.add(found, owner);
            }
        });
        return found;
    }

    @Override
    public boolean has(int owner, Moment moment) {
        soFar.read(owner, moment.until());
        return question.isTrue(soFar, moment);
    }

    @Override
    public int cost() {
        return 3 * EVENTS;
    }
}
