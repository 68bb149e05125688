package perennial.core.random;

import java.math.BigDecimal;
import java.util.Optional;

/// An event as it arrived, before anybody asks whose it is. `properties` is canonical JSON text.
public record RawEvent(
        long seq,
        Optional<String> visitor,
        Optional<String> user,
        Optional<String> account,
        long timeMillis,
        long receivedMillis,
        String name,
        Optional<BigDecimal> value,
        Optional<String> properties) {

    /// The same event at another place in the order of arrival.
    public RawEvent withSeq(long other) {
        return new RawEvent(other, visitor, user, account, timeMillis, receivedMillis, name, value, properties);
    }
}
