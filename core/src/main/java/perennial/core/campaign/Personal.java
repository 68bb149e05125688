package perennial.core.campaign;

import java.util.Optional;

/// What a message may say of the customer it goes to, beside its traits.
///
/// @param daysAway days since the last activity
/// @param reason why the customer left, as the end of the life says
/// @param favourite the category the customer used most
/// @param lastProduct the product used last
public record Personal(
        long daysAway, Optional<String> reason, Optional<String> favourite, Optional<String> lastProduct) {
    public static final Personal NOTHING = new Personal(0, Optional.empty(), Optional.empty(), Optional.empty());
}
