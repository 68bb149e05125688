package perennial.store.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.core.customer.Owner;
import perennial.store.ErasedIds;

/// A row ready to be stored. Empty texts are absent. Without a `name` it is no event but facts alone.
///
/// A row that came without a message id carries the hash of its content, see [ContentHash].
public record MappedRow(
        long line,
        String messageId,
        boolean isHashed,
        String visitor,
        String user,
        String account,
        long timeMs,
        String name,
        Optional<BigDecimal> value,
        String currency,
        String properties,
        List<Fact> facts) {

    /// The ids that it or its facts name, for whom it is stored. A visitor's does not count where a user's says who it
    /// is.
    public List<Owner> ids() {
        List<Owner> ids = new ArrayList<>();
        add(Owner.Kind.USER, user, ids);
        add(Owner.Kind.ACCOUNT, account, ids);
        add(Owner.Kind.VISITOR, user.isEmpty() || !isEvent() ? visitor : "", ids);
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Link(String kind, String from, String to) -> {
                    add(kind.equals("anonymous") ? Owner.Kind.VISITOR : Owner.Kind.USER, from, ids);
                    add(kind.equals("account") ? Owner.Kind.ACCOUNT : Owner.Kind.USER, to, ids);
                }
                case Fact.Trait trait -> add(Owner.Kind.of(trait.subject()), trait.id(), ids);
                case Fact.Change change -> add(Owner.Kind.of(change.subject()), change.id(), ids);
            }
        }
        return ids;
    }

    /// Whether it names somebody who was erased.
    public boolean isOfErased(ErasedIds erased) {
        return !erased.isEmpty() && ids().stream().anyMatch(erased::has);
    }

    private static void add(Owner.Kind kind, String id, List<Owner> ids) {
        if (!id.isEmpty()) {
            ids.add(new Owner(kind, id));
        }
    }

    public boolean isEvent() {
        return !name.isEmpty();
    }

    /// The same row at another time.
    public MappedRow at(long otherMs) {
        return new MappedRow(
                line, messageId, isHashed, visitor, user, account, otherMs, name, value, currency, properties, facts);
    }

    /// About how many characters are kept of it.
    public int size() {
        int size = messageId.length()
                + visitor.length()
                + user.length()
                + account.length()
                + name.length()
                + properties.length();
        for (Fact fact : facts) {
            size += switch (fact) {
                case Fact.Link link -> link.from().length() + link.to().length();
                case Fact.Trait trait ->
                    trait.id().length() + trait.name().length() + trait.value().length();
                case Fact.Change change ->
                    change.id().length()
                            + change.name().length()
                            + change.operand().length();
            };
        }
        return size;
    }

    /// The same row under another message id.
    MappedRow called(String id) {
        return new MappedRow(line, id, false, visitor, user, account, timeMs, name, value, currency, properties, facts);
    }

    /// The same row with the hash of its content as message id.
    MappedRow hashed(String id) {
        return new MappedRow(line, id, true, visitor, user, account, timeMs, name, value, currency, properties, facts);
    }

    /// The same row of these, telling these facts.
    MappedRow with(String visitor, String user, String account, List<Fact> facts) {
        return new MappedRow(
                line, messageId, isHashed, visitor, user, account, timeMs, name, value, currency, properties, facts);
    }

    /// What makes its content: all but line and message id.
    String content() {
        var content = new StringBuilder(256);
        ContentHash.part(content, visitor, user, account, Long.toString(timeMs), name);
        ContentHash.part(
                content,
                value.map(each -> each.stripTrailingZeros().toPlainString()).orElse(""),
                currency,
                properties);
        facts.forEach(fact -> fact.describe(content));
        return content.toString();
    }
}
