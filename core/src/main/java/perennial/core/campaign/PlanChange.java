package perennial.core.campaign;

import java.util.ArrayList;
import java.util.List;

/// What another version of a plan does to the reading of a campaign that was launched.
public record PlanChange(Plan from, Plan to) {

    /// Whether customers decided on by either are read together: they are drawn alike, and the same counts as coming
    /// back.
    public boolean isReadTogether() {
        return from.arms().equals(to.arms())
                && from.objective().equals(to.objective())
                && from.windowDays() == to.windowDays()
                && from.keptDays() == to.keptDays();
    }

    /// In sentences, for whoever changes it.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (!isReadTogether()) {
            words.add("Who is drawn, or what counts as coming back, is another from now on: customers decided on"
                    + " before are read no more, unless a later version is as it was then.");
        } else if (!from.equals(to)) {
            words.add("Customers decided on before and after the change are read together.");
        }
        if (!from.audience().equals(to.audience()) || !from.exclusions().equals(to.exclusions())) {
            words.add("Other customers enter from now on; the effect told is that on both kinds.");
        }
        if (!from.treatments().equals(to.treatments()) && isReadTogether()) {
            words.add("Messages that wait keep the offers they were decided with; the effect told is that of both.");
        }
        return words;
    }
}
