package perennial.core.campaign;

import java.util.List;
import java.util.Optional;

/// One way to win customers back.
///
/// @param share of the customers who are not held out, in 0..1
/// @param offers the first whose rule a customer fulfils is made; without one the message goes out without an offer
public record Treatment(String name, double share, List<Rule> offers) {
    public Treatment {
        offers = List.copyOf(offers);
        if (name.isBlank()) {
            throw new BadPlan("treatments", "A treatment has a name");
        }
        if (offers.stream().map(Rule::offer).distinct().count()
                != offers.stream().map(rule -> rule.offer().name()).distinct().count()) {
            throw new BadPlan("offer", "Different offers of treatment " + name + " have different names");
        }
        if (!(share > 0 && share <= 1)) {
            throw new BadPlan("treatments", "The share of treatment " + name + " lies in 0..1, was " + share);
        }
    }

    /// Who gets an offer.
    ///
    /// @param segment the name of a segment, or an expression; everybody if it is empty
    public record Rule(Optional<String> segment, Offer offer) {}
}
