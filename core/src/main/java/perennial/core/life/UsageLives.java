package perennial.core.life;

import perennial.core.calendar.LocalDays;
import perennial.core.history.Shard;
import perennial.core.selection.Selection;

/// Lives by use: a life ends when `inactiveAfter` days have passed without activity, at the start of the day after
/// them, and the next begins with the next activity. For shops and products without contracts.
public record UsageLives(int inactiveAfter) implements LifeSource {

    @Override
    public Reader in(Shard shard) {
        LocalDays localDays = shard.history().calendar().localDays();
        var days = new ActiveDays(shard, Selection.ACTIVITY);
        return (owner, into) -> {
            into.clear();
            days.read(owner);
            int first = 0;
            for (int i = 0; i < days.count(); i++) {
                boolean isLast = i + 1 == days.count();
                if (isLast || days.day(i + 1) - days.day(i) > inactiveAfter) {
                    long end = localDays.startOf(days.day(i) + inactiveAfter + 1);
                    into.add(
                            shard.timelines().time(days.firstAt(first)),
                            isLast && end > shard.history().asOf() ? Lives.OPEN : end,
                            days.firstAt(first),
                            days.lastAt(i));
                    first = i + 1;
                }
            }
        };
    }

    @Override
    public String rule() {
        return "A life lasts until " + inactiveAfter + " days without activity have passed.";
    }
}
