package perennial.store.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A row ready to be stored. Empty texts are absent. Without a `name` it is no event but facts alone.
///
/// A row that came without a message id carries the hash of its content, see [ContentHash].
record MappedRow(
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

    boolean isEvent() {
        return !name.isEmpty();
    }

    /// The same row with the hash of its content as message id.
    MappedRow hashed(String id) {
        return new MappedRow(line, id, true, visitor, user, account, timeMs, name, value, currency, properties, facts);
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
