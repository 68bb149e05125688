package perennial.server.web.report;

import java.util.List;
import java.util.Map;
import perennial.core.question.QuestionKind;
import perennial.server.web.Place;

/// How a report is called, and where it stands.
///
/// @param chart what its chart shows
/// @param also those a reader of it asks next, by name
public record Title(String text, Place place, String chart, List<String> also) {
    private static final Map<String, Title> ALL = Map.ofEntries(
            title("active-users", "Active users", Place.REPORTS, "Who was active", "stickiness", "frequency"),
            title("acquisition", "Acquisition", Place.REPORTS, "Who came", "traffic", "retention"),
            title("lifecycle", "Lifecycle", Place.LIFECYCLE, "Who joined in, who came back, who went quiet", "churn"),
            title("stickiness", "Stickiness", Place.REPORTS, "Share active on an average day", "active-users"),
            title("frequency", "Frequency", Place.REPORTS, "On how many of the periods people were active"),
            title("adoption", "Adoption", Place.ADOPTION, "Share of the active who use it", "frequency"),
            title("retention", "Retention", Place.RETENTION, "Share of newcomers who are active", "return-curve"),
            title("inactivity", "Inactivity", Place.REPORTS, "How long they pause", "reactivation", "at-risk"),
            title("reactivation", "Reactivation", Place.REPORTS, "Share of the inactive who came back", "inactivity"),
            title("churn", "Churn", Place.WINBACK, "Share who left", "cancel-reasons", "winback", "at-risk"),
            title("cancel-reasons", "Cancel reasons", Place.WINBACK, "Why customers left", "churn", "winback"),
            title("winback", "Win-back", Place.WINBACK, "Share who came back", "return-curve", "churn"),
            title("return-curve", "Return curve", Place.WINBACK, "Share back by day", "winback", "cancel-reasons"),
            title("at-risk", "Slipping away", Place.WINBACK, "Silent for long by their own rhythm", "churn"),
            title("funnel", "Funnel", Place.FUNNELS, "How far they came", "paths"),
            title("sessions", "Sessions", Place.TRAFFIC, "Sessions begun", "traffic"),
            title("traffic", "Traffic", Place.TRAFFIC, "What brought the sessions", "sessions", "acquisition"),
            title("paths", "Paths", Place.FUNNELS, "What people do next", "funnel"));

    private static Map.Entry<String, Title> title(String name, String text, Place place, String chart, String... also) {
        return Map.entry(name, new Title(text, place, chart, List.of(also)));
    }

    /// The title of a question; one without a line above is called by its name.
    public static Title of(QuestionKind kind) {
        String name = kind.name().replace('-', ' ');
        return ALL.getOrDefault(
                kind.name(),
                new Title(
                        Character.toUpperCase(name.charAt(0)) + name.substring(1),
                        Place.REPORTS,
                        kind.answers(),
                        List.of()));
    }
}
