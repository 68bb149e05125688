package perennial.store.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import perennial.store.json.Json;

/// Where a row stands, its id, whose it is and when: what every row of an export says, whatever else it tells.
record Origin(long line, String messageId, String visitor, String user, long timeMs) {
    boolean isSomebody() {
        return !visitor.isEmpty() || !user.isEmpty();
    }

    /// @throws Refused with this sentence if the row names neither a user nor a visitor
    Origin requireSomebody(String field, String sentence) throws Refused {
        if (!isSomebody()) {
            throw new Refused(field, "", Reason.MISSING_ID, sentence);
        }
        return this;
    }

    MappedRow event(
            String name,
            String account,
            SortedMap<String, Json> properties,
            Optional<BigDecimal> value,
            String currency,
            List<Fact> facts) {
        return new MappedRow(
                line,
                messageId,
                false,
                visitor,
                user,
                account,
                timeMs,
                name,
                value,
                value.isPresent() ? currency : "",
                properties.isEmpty() ? "" : new Json.Object(properties).text(),
                facts);
    }

    MappedRow facts(List<Fact> facts) {
        return new MappedRow(line, messageId, false, visitor, user, "", timeMs, "", Optional.empty(), "", "", facts);
    }

    /// The link of the visitor to the user, where the row names both.
    List<Fact> linked() {
        return user.isEmpty() || visitor.isEmpty() || user.equals(visitor)
                ? List.of()
                : List.of(new Fact.Link("anonymous", visitor, user));
    }

    /// The joining of another id of the user with it: what it did unknown and what it did known.
    List<Fact> joined(String other) {
        return other.equals(user)
                ? List.of()
                : List.of(new Fact.Link("anonymous", other, user), new Fact.Link("alias", other, user));
    }

    /// Traits of the user; of the visitor where there is no user.
    List<Fact> traits(Fields traits) {
        return traits(traits, false);
    }

    /// The same, each of which counts only where it has no value yet.
    List<Fact> firstTraits(Fields traits) {
        return traits(traits, true);
    }

    private List<Fact> traits(Fields traits, boolean isOnce) {
        return user.isEmpty() ? traits("visitor", visitor, traits, isOnce) : traits("user", user, traits, isOnce);
    }

    static List<Fact> traits(String subject, String id, Fields traits) {
        return traits(subject, id, traits, false);
    }

    static List<Fact> firstTraits(String subject, String id, Fields traits) {
        return traits(subject, id, traits, true);
    }

    private static List<Fact> traits(String subject, String id, Fields traits, boolean isOnce) {
        List<Fact> facts = new ArrayList<>();
        traits.object().fields().forEach((name, value) -> {
            if (!isOnce || value != Json.Literal.NULL) { // to take away once means nothing
                facts.add(new Fact.Trait(subject, id, name, value.text(), isOnce));
            }
        });
        return facts;
    }
}
