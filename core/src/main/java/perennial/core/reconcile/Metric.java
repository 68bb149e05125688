package perennial.core.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import perennial.core.activity.ActiveUsers;
import perennial.core.question.QuestionKind;
import perennial.core.retention.Retention;

/// Which numbers of another tool are held beside ours.
public enum Metric {
    ACTIVE_USERS(ActiveUsers.KIND, "period", "customers", List.of("event")),
    EVENTS(EventCounts.KIND, "period", "events", List.of("event")),
    /// Each with the number of periods after entry.
    RETENTION(Retention.KIND, "cohort", "returned", List.of("start", "return"));

    private final QuestionKind kind;
    private final String period;
    private final String count;
    private final List<String> selections;

    Metric(QuestionKind kind, String period, String count, List<String> selections) {
        this.kind = kind;
        this.period = period;
        this.count = count;
        this.selections = selections;
    }

    /// The metric with this name, such as `active-users`.
    ///
    /// @throws BadNumbers naming the choices, if there is none
    public static Metric of(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadNumbers("--metric: \"" + name + "\" cannot be reconciled; choose one of "
                        + Arrays.stream(values()).map(Metric::toString).collect(Collectors.joining(", "))));
    }

    /// The question that gives our numbers.
    public QuestionKind kind() {
        return kind;
    }

    /// The name of the cell that says which period a row is of.
    String period() {
        return period;
    }

    /// The name of the cell to compare: a share where they give shares.
    String cell(boolean isShare) {
        return isShare && this == RETENTION ? "value" : count;
    }

    /// The options that say which events count.
    public List<String> selections() {
        return selections;
    }

    /// As the command line writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
