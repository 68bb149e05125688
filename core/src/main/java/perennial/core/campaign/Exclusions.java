package perennial.core.campaign;

import java.util.Optional;

/// Who of an audience is left out. Whoever unsubscribed always is.
///
/// @param consent the name of a segment, or an expression: only who is in it agreed to be written to
/// @param cap how often a customer may be written to, over all campaigns
/// @param isApart whether who is in another campaign whose window is open is left out
public record Exclusions(Optional<String> consent, Optional<Cap> cap, boolean isApart) {
    public static final Exclusions NONE = new Exclusions(Optional.empty(), Optional.empty(), false);

    /// At most so many messages in so many days.
    public record Cap(int contacts, int days) {
        public Cap {
            if (contacts < 1 || days < 1) {
                throw new BadPlan(
                        "cap", "A cap is 1 contact or more in 1 day or more, was " + contacts + " in " + days);
            }
        }
    }
}
