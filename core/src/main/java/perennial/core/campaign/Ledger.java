package perennial.core.campaign;

import java.util.Optional;
import perennial.core.customer.Owner;

/// What is known of customers beside their history when a campaign decides on them.
public interface Ledger {
    /// Nothing is known of anybody.
    Ledger EMPTY = new Ledger() {
        @Override
        public boolean isDecided(String id, Owner customer, long since) {
            return false;
        }

        @Override
        public boolean isSuppressed(Owner customer) {
            return false;
        }

        @Override
        public int contacts(Owner customer, int days) {
            return 0;
        }

        @Override
        public boolean isElsewhere(Owner customer) {
            return false;
        }

        @Override
        public Optional<String> code(Offer.Codes codes) {
            return Optional.empty();
        }
    };

    /// Whether the campaign decided on a life of a customer: under an id, or from an instant on, since the
    /// number and the end of a life may become others when more of it is known.
    ///
    /// @param since in milliseconds
    boolean isDecided(String id, Owner customer, long since);

    /// Whether the customer unsubscribed or cannot be reached.
    boolean isSuppressed(Owner customer);

    /// How many messages went to the customer in the last days, over all campaigns.
    int contacts(Owner customer, int days);

    /// Whether the customer is in another campaign whose window is open.
    boolean isElsewhere(Owner customer);

    /// A code for the next who is made an offer; empty if none is left.
    Optional<String> code(Offer.Codes codes);
}
