package perennial.core.event;

import java.util.List;

/// What the events of a name mean to the questions. A name may have several roles; a workspace says which names have
/// each, and the standard names have theirs until it does.
public enum Role {
    /// A contract begins.
    LIFE_START("life-start", List.of(StandardNames.SUBSCRIPTION_STARTED)),
    /// A contract ends.
    LIFE_END("life-end", List.of(StandardNames.SUBSCRIPTION_CANCELLED)),
    /// Happens to the customer, not by it: no activity.
    PASSIVE("passive", StandardNames.PASSIVE),
    /// The customer pays: its value counts as money spent.
    PURCHASE("purchase", List.of(StandardNames.ORDER_COMPLETED, StandardNames.INVOICE_PAID)),
    /// The customer gets money back: its value is taken from the money spent.
    REFUND("refund", List.of(StandardNames.ORDER_REFUNDED)),
    /// An account is made.
    SIGN_UP("sign-up", List.of(StandardNames.SIGNED_UP)),
    /// A page or screen is looked at.
    VIEW("view", List.of(StandardNames.PAGE_VIEWED, StandardNames.SCREEN_VIEWED));

    private final String word;
    private final List<String> standardNames;

    Role(String word, List<String> standardNames) {
        this.word = word;
        this.standardNames = standardNames;
    }

    /// The names that have it unless a workspace says otherwise.
    public List<String> standardNames() {
        return standardNames;
    }

    /// As the command line writes it.
    @Override
    public String toString() {
        return word;
    }
}
