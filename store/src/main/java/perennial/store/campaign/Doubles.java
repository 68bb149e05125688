package perennial.store.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import perennial.core.campaign.Decision;
import perennial.core.customer.Owner;

/// Decisions of a campaign that count no more, since their customers turned out to be one with another on whom it had
/// decided within the same window. The decision counts that was made under the id the customer has now, else the first.
final class Doubles {
    private final Set<String> ids = new HashSet<>();
    private final Map<Owner, List<Decision>> several = new HashMap<>();
    private final Duration window;

    /// @param noted all decisions of the campaign, in the order in which they were made
    /// @param now the same, about whom their customers are now
    Doubles(List<Message> noted, List<Message> now, Duration window) {
        this.window = window;
        Map<Owner, List<Decision>> counting = new HashMap<>();
        Map<Owner, List<Decision>> all = new HashMap<>();
        for (boolean isRenamed : new boolean[] {false, true}) {
            for (int i = 0; i < noted.size(); i++) {
                Decision decision = noted.get(i).decision();
                Owner customer = now.get(i).decision().customer();
                if (isRenamed != customer.equals(decision.customer())) {
                    all.computeIfAbsent(customer, _ -> new ArrayList<>()).add(decision);
                    List<Decision> others = counting.computeIfAbsent(customer, _ -> new ArrayList<>());
                    if (others.stream().anyMatch(other -> isDouble(decision, other, window))) {
                        ids.add(decision.id());
                    } else {
                        others.add(decision);
                    }
                }
            }
        }
        all.forEach((customer, decisions) -> {
            if (decisions.size() > 1) {
                several.put(customer, decisions);
            }
        });
    }

    private static boolean isDouble(Decision one, Decision other, Duration window) {
        return !one.customer().equals(other.customer())
                && Duration.between(other.decided(), one.decided()).abs().compareTo(window) < 0;
    }

    boolean has(Decision decision) {
        return ids.contains(decision.id());
    }

    /// The ids of the other decisions that were made on the same person within the window.
    ///
    /// @param now about whom the customer is now
    List<String> others(Decision now) {
        List<Decision> all = several.getOrDefault(now.customer(), List.of());
        return all.stream()
                .filter(each -> each.id().equals(now.id()))
                .flatMap(noted -> all.stream().filter(other -> isDouble(noted, other, window)))
                .map(Decision::id)
                .toList();
    }
}
