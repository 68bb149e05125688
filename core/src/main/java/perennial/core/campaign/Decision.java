package perennial.core.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import perennial.core.customer.Owner;

/// What was decided of one life of one customer of the audience. It never changes.
///
/// @param version of the plan
/// @param life the number of the life that ended, from 1; 0 where the customer was never there
/// @param arm the arm it was drawn into; empty if it was excluded
/// @param why it was excluded
/// @param because why this offer: the rule that was fulfilled, in words
/// @param offer the name of the offer it is made
/// @param code the code that is reserved for it
public record Decision(
        String id,
        String campaign,
        int version,
        Owner customer,
        int life,
        Optional<String> arm,
        Optional<Reason> why,
        String because,
        Optional<String> offer,
        Optional<String> code,
        Personal personal,
        Instant decided,
        Instant sendAfter) {
    private static final int ID_BYTES = 12;

    public Decision {
        if (arm.isPresent() == why.isPresent()) {
            throw new IllegalArgumentException("A customer is drawn into an arm or excluded, not both");
        }
    }

    /// The same, of whom the customer is now.
    public Decision about(Owner now) {
        return new Decision(
                id, campaign, version, now, life, arm, why, because, offer, code, personal, decided, sendAfter);
    }

    /// What the decision of a life is known by, the same whenever it is made: each is made once.
    public static String id(String campaign, Owner customer, int life) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((campaign + "\n" + customer.kind() + "\n" + customer.id() + "\n" + life)
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /// The same, by another version of the plan.
    public Decision byVersion(int other) {
        return new Decision(
                id, campaign, other, customer, life, arm, why, because, offer, code, personal, decided, sendAfter);
    }

    public boolean isHeldOut() {
        return arm.filter(Plan.HOLDOUT::equals).isPresent();
    }

    /// Whether there is a message to be sent.
    public boolean isTreated() {
        return arm.isPresent() && !isHeldOut();
    }
}
