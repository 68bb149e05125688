package perennial.store.opinion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Questions written as on the command line, without quotes, a flag with `true`; and every question of the catalogue
/// with the main options of each, alone and together, for histories too big to be asked by chance.
public final class FixedQuestions {
    private static final String ALL = """
            active-users
            active-users --every week --event FEWER
            active-users --every month --unit visitor --by GROUP
            active-users --every month --rolling 28d
            active-users --every week --rolling 7 --event FEWER --by GROUP
            acquisition
            acquisition --every week --by GROUP --as-of AS-OF
            lifecycle
            lifecycle --every month --by GROUP
            lifecycle --every quarter --event FEWER --unit customer
            lifecycle --every month --from AS-OF
            lifecycle --every month --as-of AS-OF
            stickiness
            stickiness --every week --event FEWER --by GROUP --as-of AS-OF
            frequency
            frequency --every week --by GROUP --as-of AS-OF
            frequency --every month --event FEWER --min-events 2 --from AS-OF
            adoption --feature FEWER
            adoption --feature FEWER --every week --by GROUP --as-of AS-OF
            adoption --feature * --every quarter --from AS-OF
            retention
            retention --every month
            retention --every month --entry recurring --rule on-or-after
            retention --every month --entry first-ever --start FEWER
            retention --every month --rule bracket:1-2,3-6 --by GROUP
            retention --every week --start FEWER --return * --entry recurring --min-events 2 --periods 8
            retention --every month --window 24h --rule on-or-after --as-of AS-OF
            inactivity
            inactivity --by GROUP
            reactivation
            reactivation --every week --inactive-after 60d --as-of AS-OF
            reactivation --by GROUP
            churn
            churn --every week --inactive-after 14d --as-of AS-OF
            churn --by GROUP
            churn --basis contract
            churn --basis contract --every quarter --by GROUP
            cancel-reasons
            cancel-reasons --every quarter --within 30d --by GROUP
            cancel-reasons --every week --as-of AS-OF
            winback
            winback --within 30d --by GROUP
            winback --basis usage --inactive-after 45d --as-of AS-OF
            winback --reading period
            winback --reading period --basis usage --every quarter --by GROUP
            winback --reading ratio --every quarter --by GROUP
            winback --reading ratio --basis usage
            funnel --step * --step FEWER --step *
            funnel --step * --step FEWER --within 12h --from AS-OF --by GROUP
            funnel --step FEWER --step * --within 60d --as-of AS-OF --include-young true
            funnel --step FEWER --step * --step FEWER --order strict
            funnel --step * --step FEWER --within 2d --order any --by GROUP
            sessions
            sessions --every month --idle 4h --by GROUP
            traffic
            traffic --every quarter --by GROUP
            sessions --every quarter --unit customer --as-of AS-OF
            paths
            paths --from-event FEWER --steps 3 --most 4 --by GROUP
            paths --to-event FEWER --idle 4h --steps 2 --as-of AS-OF
            paths --to-event FEWER --unit visitor --from AS-OF
            return-curve
            return-curve --within 60d --by GROUP
            return-curve --basis usage --inactive-after 45d --until AS-OF
            return-curve --basis usage --within 100d --as-of AS-OF
            at-risk
            at-risk --least-rhythm 1.5 --inactive-after 60d --limit 1000 --by GROUP
            at-risk --as-of AS-OF --limit 7
            """;

    /// Is told each question.
    public interface Asker {
        void ask(String question, Map<String, String> options) throws Exception;
    }

    private FixedQuestions() {}

    /// Asks every third of them with a selection that leaves events out, something to split by, and a date within the
    /// history: of three histories, asked from 0, 1 and 2, one is asked each question. With `-Dperennial.all=true`
    /// every one is asked all, which takes minutes.
    static void eachThird(int from, String fewer, String group, String asOf, Asker asker) throws Exception {
        List<String> lines = ALL.lines().toList();
        String third = IntStream.range(0, lines.size())
                .filter(line -> line % 3 == from || Boolean.getBoolean("perennial.all"))
                .mapToObj(lines::get)
                .collect(Collectors.joining("\n"));
        each(third.replace("FEWER", fewer).replace("GROUP", group).replace("AS-OF", asOf), asker);
    }

    /// Asks questions, one a line.
    public static void each(String questions, Asker asker) throws Exception {
        for (String line : questions.lines().toList()) {
            String[] parts = line.split(" --");
            Map<String, String> options = new LinkedHashMap<>();
            List.of(parts).subList(1, parts.length).forEach(option -> {
                String[] sides = option.split(" ", 2);
                options.merge(sides[0], sides[1], (one, more) -> one + "\n" + more);
            });
            asker.ask(parts[0], options);
        }
    }
}
