package perennial.store.imports;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import perennial.core.customer.Owner;

/// Ids that stand for nobody: what programs send where an id is missing. Everybody sent under one would become one
/// person, so it is no id: nothing is stored under it, and it joins nobody.
final class Placeholders {
    /// In small letters.
    private static final Set<String> WORDS = Set.of(
            "",
            "\"\"",
            "''",
            "-",
            "-1",
            "0",
            "00000000-0000-0000-0000-000000000000",
            "[object object]",
            "anon",
            "anonymous",
            "distinct_id",
            "distinctid",
            "email",
            "false",
            "guest",
            "id",
            "n/a",
            "nan",
            "nil",
            "none",
            "not_authenticated",
            "null",
            "true",
            "undefined",
            "unknown");

    private Placeholders() {}

    static boolean has(String id) {
        return !id.isEmpty() && WORDS.contains(id.strip().toLowerCase(Locale.ROOT));
    }

    /// The row without the placeholders among its ids, and without the links and traits that name one.
    ///
    /// @throws Refused if that leaves nobody, or nothing to tell
    static MappedRow removed(MappedRow row) throws Refused {
        List<Owner> nobody = row.ids().stream().filter(owner -> has(owner.id())).toList();
        boolean isVisitorNobody = has(row.visitor()); // beside a user's it is none of the row's ids
        if (nobody.isEmpty() && !isVisitorNobody) {
            return row;
        }
        List<Fact> facts =
                row.facts().stream().filter(fact -> !namesNobody(fact)).toList();
        MappedRow rest = row.with(known(row.visitor()), known(row.user()), known(row.account()), facts);
        boolean isNothingLeft =
                row.isEvent() ? rest.ids().isEmpty() : !row.facts().isEmpty() && facts.isEmpty();
        if (isNothingLeft) {
            Owner one = nobody.getFirst();
            throw new Refused(
                    one.kind() + " id",
                    one.id(),
                    Reason.PLACEHOLDER_ID,
                    "\"" + Refused.shown(one.id()) + "\" stands for nobody: all who are sent under it would become one "
                            + one.kind() + "; send the id, or none where it is not known");
        }
        return rest;
    }

    private static boolean namesNobody(Fact fact) {
        return switch (fact) {
            case Fact.Link(String _, String from, String to) -> has(from) || has(to);
            case Fact.Trait trait -> has(trait.id());
            case Fact.Change change -> has(change.id());
        };
    }

    private static String known(String id) {
        return has(id) ? "" : id;
    }
}
