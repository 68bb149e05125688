package perennial.core.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the events of a name mean to the questions. A name may have several roles; a workspace says which names have
/// each, and the standard names have theirs until it does.
public enum Role {
    LIFE_START("life-start", "A contract begins", List.of(StandardNames.SUBSCRIPTION_STARTED)),
    LIFE_END("life-end", "A contract ends", List.of(StandardNames.SUBSCRIPTION_CANCELLED)),
    PASSIVE("passive", "Happens to the customer, not by it: no activity", StandardNames.PASSIVE),
    PURCHASE(
            "purchase",
            "The customer pays: its value counts as money spent",
            List.of(StandardNames.ORDER_COMPLETED, StandardNames.INVOICE_PAID)),
    REFUND(
            "refund",
            "The customer gets money back: its value is taken from the money spent",
            List.of(StandardNames.ORDER_REFUNDED)),
    SIGN_UP("sign-up", "An account is made", List.of(StandardNames.SIGNED_UP)),
    VIEW("view", "A page or screen is looked at", List.of(StandardNames.PAGE_VIEWED, StandardNames.SCREEN_VIEWED));

    private final String word;
    private final String meaning;
    private final List<String> standardNames;

    Role(String word, String meaning, List<String> standardNames) {
        this.word = word;
        this.meaning = meaning;
        this.standardNames = standardNames;
    }

    /// The role of this name, in any case.
    ///
    /// @throws BadName naming the choices, if there is none
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadName("\"" + word + "\" is no role; the roles are: "
                        + Arrays.stream(values()).map(Role::toString).collect(Collectors.joining(", "))));
    }

    /// What it says of an event, as a sentence without its stop.
    public String meaning() {
        return meaning;
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
