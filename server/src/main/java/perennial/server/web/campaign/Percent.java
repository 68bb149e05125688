package perennial.server.web.campaign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import perennial.core.campaign.BadPlan;

/// Numbers as fields of a form hold them; shares in percent.
final class Percent {
    private static final int DIGITS = 12;
    private static final int LONGEST = 30;

    private Percent() {}

    static String of(double share) {
        return of(BigDecimal.valueOf(share));
    }

    static String of(BigDecimal share) {
        return share.movePointRight(2)
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// The share that a field says.
    ///
    /// @throws BadPlan if it says none
    static BigDecimal share(String field, String text) {
        return number(field, text).movePointLeft(2).stripTrailingZeros();
    }

    static BigDecimal number(String field, String text) {
        try {
            if (text.length() <= LONGEST
                    && !text.toLowerCase(java.util.Locale.ROOT).contains("e")) { // no 1e999999999
                return new BigDecimal(text.strip());
            }
        } catch (NumberFormatException fault) {
            // said below
        }
        throw new BadPlan(
                field, text.isBlank() ? "A number is expected here" : "\"" + text + "\" is no number such as 12.5");
    }
}
