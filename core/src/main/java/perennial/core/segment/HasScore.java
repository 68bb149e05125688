package perennial.core.segment;

import java.util.List;
import perennial.core.history.OwnerSet;

/// Who has one of some scores.
record HasScore(Scores.InShard scores, List<Integer> some) implements Judge {
    @Override
    public long[] of(long[] among) {
        long[] found = new long[among.length];
        boolean[] isMeant = new boolean[Score.BEST + 1];
        some.forEach(score -> isMeant[score] = true);
        OwnerSet.forEach(among, owner -> {
            if (isMeant[scores.of(owner)]) {
                OwnerSet.add(found, owner);
            }
        });
        return found;
    }

    @Override
    public boolean has(int owner, Moment moment) {
        throw new IllegalStateException("Bug: scores are judged as of one instant");
    }

    @Override
    public int cost() {
        return LOOKUP;
    }
}
