package perennial.core.campaign;

import java.math.BigDecimal;
import java.util.OptionalLong;

/// What became of a customer who was drawn into an arm.
///
/// @param decided when, in milliseconds
/// @param isSent whether a message left
/// @param contact what the message costs if it left
/// @param incentive what the offer costs if the customer comes back
/// @param back when the customer came back within the window, in milliseconds
/// @param isKept whether it still was there so many days after coming back as the plan says; false if it never came
/// @param spent in the window, as far as it is over
/// @param spentBefore in as long a time before the decision
public record Outcome(
        String arm,
        long decided,
        boolean isSent,
        BigDecimal contact,
        BigDecimal incentive,
        OptionalLong back,
        boolean isKept,
        BigDecimal spent,
        BigDecimal spentBefore) {
    public boolean isBack() {
        return back.isPresent();
    }

    /// Whether the customer had come back so long after the decision.
    ///
    /// @param millis since the decision
    boolean isBackAfter(long millis) {
        return back.isPresent() && back.getAsLong() < decided + millis;
    }
}
