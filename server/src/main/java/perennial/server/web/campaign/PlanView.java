package perennial.server.web.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.server.web.Page;
import perennial.server.web.report.PeopleView.Person;

/// A plan that is written, with the verdict on it.
///
/// @param known the name of the campaign that is changed; none of a new one
/// @param fault what is wrong with a field, by its name
/// @param verdict none while something is wrong
/// @param preview some of the decisions that would be made; none for those who may not see people
/// @param changes what saving does to the reading of a campaign that was launched
/// @param segments names to choose an audience by
/// @param channels what messages may go out by
public record PlanView(
        Page page,
        PlanForm form,
        Optional<String> known,
        Optional<Fault> fault,
        Optional<VerdictView> verdict,
        List<Preview> preview,
        List<String> changes,
        List<String> notes,
        List<String> segments,
        List<String> channels,
        String currency,
        boolean maySave) {
    /// The fields at which something may be wrong, each with those of a plan that it stands for.
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("name", List.of("name")),
            Map.entry("objective", List.of("objective", "inactiveAfterDays", "did")),
            Map.entry("audience", List.of("audience")),
            Map.entry("consent", List.of("consent")),
            Map.entry("cap", List.of("cap", "capDays")),
            Map.entry("holdout", List.of("holdout")),
            Map.entry("treatments", List.of("treatments", "offer", "cost", "codes", "pool")),
            Map.entry("costPerContact", List.of("costPerContact")),
            Map.entry("margin", List.of("margin")),
            Map.entry("windowDays", List.of("windowDays")),
            Map.entry("keptDays", List.of("keptDays")),
            Map.entry("hopedRise", List.of("hopedRise")),
            Map.entry("budget", List.of("budget")),
            Map.entry("starts", List.of("starts")),
            Map.entry("ends", List.of("ends")),
            Map.entry("channel", List.of("channel")));

    /// What is wrong with a field.
    public record Fault(String field, String sentence) {}

    /// One decision that would be made.
    ///
    /// @param fate the arm, or that the customer is left alone
    /// @param why the reason for it
    public record Preview(Person person, String fate, String why, String about) {}

    /// What is wrong at a field of the form; empty if nothing.
    public String faultAt(String field) {
        return fault.filter(each -> FIELDS.getOrDefault(field, List.of()).contains(each.field()))
                .map(Fault::sentence)
                .orElse("");
    }

    /// The places of the form that tell of faults, for a script to renew.
    public String faults() {
        return FIELDS.keySet().stream()
                .sorted()
                .map(field -> "#fault-" + field + ":innerHTML")
                .collect(Collectors.joining(","));
    }
}
