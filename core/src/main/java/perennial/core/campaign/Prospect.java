package perennial.core.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What it is worth to write to one customer. The incentive is paid to whoever comes back, by itself too: so it is the
/// chance to return that it is multiplied with, not what the message adds to it.
///
/// @param alone chance to come back by itself, in 0..1
/// @param written chance to come back if it is written to
/// @param value of a customer who is back
/// @param contact cost of writing
/// @param incentive cost of the offer, if the customer comes back
public record Prospect(
        String id, BigDecimal alone, BigDecimal written, BigDecimal value, BigDecimal contact, BigDecimal incentive) {

    /// What writing adds to be expected, less what it costs.
    public BigDecimal gain() {
        return written.subtract(alone).multiply(value).subtract(spend());
    }

    /// What writing is expected to cost.
    public BigDecimal spend() {
        return written.multiply(incentive).add(contact);
    }

    /// Of those worth writing to, as many as a budget pays: those first that gain most for each unit of money, skipping
    /// who no longer fits. At most one customer's gain is lost to the best choice.
    public static List<Prospect> within(List<Prospect> prospects, BigDecimal budget) {
        List<Prospect> chosen = new ArrayList<>();
        BigDecimal left = budget;
        for (Prospect each : prospects.stream()
                .filter(prospect -> prospect.gain().signum() > 0)
                .sorted(Comparator.comparingDouble(prospect ->
                        -prospect.gain().doubleValue() / prospect.spend().doubleValue()))
                .toList()) {
            if (each.spend().compareTo(left) <= 0) {
                chosen.add(each);
                left = left.subtract(each.spend());
            }
        }
        return chosen;
    }
}
