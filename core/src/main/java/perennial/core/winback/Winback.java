package perennial.core.winback;

import java.util.List;
import perennial.core.calendar.Every;
import perennial.core.history.Grouping;
import perennial.core.history.History;
import perennial.core.inactivity.Silence;
import perennial.core.life.Basis;
import perennial.core.life.LifeSource;
import perennial.core.question.Asking;
import perennial.core.question.BadOption;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.Question;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Unit;

/// How many of those who left came back.
public final class Winback {
    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
                    "winback",
                    "How many of those who left came back.",
                    Unit.CUSTOMER,
                    List.of(
                            new Option(
                                    "reading",
                                    "cohort|period|ratio",
                                    "cohort",
                                    "cohort: of the lives ended in a period, how many were followed by a new one within --within;"
                                            + " period: of the lapsed at its start, how many returned in it; ratio: returns to ends."),
                            new Option("within", "DAYS", "90d", "Days after the end in which a return counts.")
                                    .onlyWith("reading", "cohort"),
                            Basis.option(Basis.CONTRACT),
                            Basis.forUsage(Silence.OPTION),
                            Scope.everyDay(Every.MONTH)),
                    Winback::of)
            .ofEntries();

    private static Question of(Options options, History history) {
        Scope scope = Scope.ofDays(options, history);
        LifeSource lives = Basis.of(options).lives(history, Silence.of(options).days());
        Grouping by = Asking.grouping(options, history);
        String reading = options.text("reading").orElseThrow();
        return switch (reading) {
            case "cohort" ->
                new CohortReading(scope, lives, options.days("within").orElseThrow(), by);
            case "period" -> new PeriodReading(scope, lives, by);
            case "ratio" -> new RatioReading(scope, lives, by);
            default ->
                throw new BadOption("reading", "\"" + reading + "\" is no reading; choose cohort, period or ratio");
        };
    }

    private Winback() {}
}
