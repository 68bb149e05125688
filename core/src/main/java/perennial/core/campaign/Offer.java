package perennial.core.campaign;

import java.math.BigDecimal;

/// What a customer is offered to come back.
///
/// @param text what the message says of it
/// @param cost to us of each customer who comes back with it
/// @param codes where its codes come from
public record Offer(String name, String text, BigDecimal cost, Codes codes) {
    public Offer {
        if (name.isBlank()) {
            throw new BadPlan("offer", "An offer has a name");
        }
        Plan.requireAmount(cost, "cost");
    }

    /// Whether a message with it says nothing without a code.
    public boolean needsCode() {
        return !(codes instanceof Codes.None);
    }

    /// Where the codes of an offer come from.
    public sealed interface Codes {
        /// It needs none.
        record None() implements Codes {}

        /// Those of a pool that was brought in; a customer for whom none is left is not written to.
        record Pool(String name) implements Codes {
            public Pool {
                if (name.isBlank()) {
                    throw new BadPlan("pool", "A pool of codes has a name");
                }
            }
        }

        /// Made up: the prefix and ten letters and digits that nobody can guess from the customer.
        record Generated(String prefix) implements Codes {}
    }
}
