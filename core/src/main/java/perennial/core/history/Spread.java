package perennial.core.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// How the values of a trait or a property are spread over people.
///
/// @param people how many have one
/// @param values how many different ones they have
/// @param alone how many of these one person has alone
record Spread(long people, long values, long alone) {
    /// So few groups name nobody, however few people there are.
    private static final int FEW_VALUES = 10;

    /// So few people are told apart by any value they have.
    private static final int FEW_PEOPLE = 3;

    private static final int NOBODY = -1;
    private static final int MANY = -2;

    /// The values of the people of one part.
    ///
    /// @param isLive whether an owner is answered for in this part
    /// @param dictionary each value once; the first stands for "absent"
    record Values(int owners, IntPredicate isLive, List<String> dictionary, Codes codes) {}

    /// Names the codes of the values that an owner has.
    interface Codes {
        void each(int owner, IntConsumer code);
    }

    static Optional<Values> ofTrait(Part part, String name) {
        return part.trait(name)
                .map(trait -> new Values(part.owners(), part::isLive, trait.dictionary(), (owner, code) -> {
                    for (int i = trait.offsets()[owner]; i < trait.offsets()[owner + 1]; i++) {
                        code.accept(trait.codes()[i]);
                    }
                }));
    }

    static Optional<Values> ofProperty(Part part, String name) {
        Timelines timelines = part.timelines();
        return part.property(name)
                .map(column -> new Values(part.owners(), part::isLive, column.dictionary(), (owner, code) -> {
                    for (long at = timelines.from(owner); at < timelines.until(owner); at++) {
                        code.accept(column.code(at));
                    }
                }));
    }

    /// That of the values of all parts; without any people once most values are seen to be of several, since these
    /// tell nobody from another.
    static Spread of(List<Values> parts) {
        long most = parts.stream()
                .mapToLong(values -> values.dictionary().size() - 1L)
                .sum();
        var isAlone = new HashMap<String, Boolean>();
        long people = 0;
        for (Values values : parts) {
            var seen = new Holders(values.dictionary().size());
            for (int owner = 0; owner < values.owners(); owner++) {
                if (values.isLive().test(owner)) {
                    seen.add(owner, values.codes());
                }
                if (2 * seen.shared > most) {
                    return new Spread(0, 0, 0);
                }
            }
            seen.into(isAlone, values.dictionary());
            people += seen.people;
        }
        return new Spread(
                people,
                isAlone.size(),
                isAlone.values().stream().filter(alone -> alone).count());
    }

    /// Whether a value tells who somebody is: each is of one person alone, or so are most of many, and there are about
    /// as many as people.
    boolean tellsWho() {
        return people > FEW_PEOPLE && alone == values || isOfMany(values, people) && 2 * alone >= values;
    }

    /// Whether there are many values, and about as many as people.
    static boolean isOfMany(long values, long people) {
        return values > FEW_VALUES && 2 * values >= people;
    }

    /// Who has each value of one part, by its code.
    private static final class Holders {
        private final int[] holders;
        private int owner;
        private boolean hasAny;
        private long people;
        private long shared;

        Holders(int values) {
            holders = new int[values];
            Arrays.fill(holders, NOBODY);
        }

        void add(int next, Codes codes) {
            owner = next;
            hasAny = false;
            codes.each(next, this::add);
            people += hasAny ? 1 : 0;
        }

        private void add(int code) {
            if (code == Column.ABSENT) {
                return;
            }
            hasAny = true;
            if (holders[code] == NOBODY) {
                holders[code] = owner;
            } else if (holders[code] != owner && holders[code] != MANY) {
                holders[code] = MANY;
                shared++;
            }
        }

        void into(Map<String, Boolean> isAlone, List<String> dictionary) {
            for (int code = 1; code < holders.length; code++) {
                if (holders[code] != NOBODY) {
                    isAlone.merge(dictionary.get(code), holders[code] != MANY, (_, _) -> false);
                }
            }
        }
    }
}
