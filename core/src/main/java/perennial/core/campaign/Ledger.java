package perennial.core.campaign;

import java.util.Optional;
import perennial.core.customer.Owner;

/// What is known of customers beside their history when a campaign decides on them.
public interface Ledger {
    /// Whether a decision of this id was made.
    boolean isDecided(String id);

    /// Whether the customer unsubscribed or cannot be reached.
    boolean isSuppressed(Owner customer);

    /// How many messages went to the customer in the last days, over all campaigns.
    int contacts(Owner customer, int days);

    /// Whether the customer is in another campaign whose window is open.
    boolean isElsewhere(Owner customer);

    /// A code for the next who is made an offer; empty if none is left.
    Optional<String> code(Offer.Codes codes);
}
