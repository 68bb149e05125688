package perennial.core.retention;

import java.util.List;
import perennial.core.calendar.Every;
import perennial.core.calendar.Periods;
import perennial.core.history.History;
import perennial.core.question.Asking;
import perennial.core.question.BadOption;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.Question;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.question.Unit;

/// Retention in the catalogue: its options, and how they become a question.
final class RetentionKind {
    /// More cells than this fill no screen and no spreadsheet.
    static final long MOST_CELLS = 2_000_000;

    private static final Option START =
            new Option("start", "SELECTION", "*", "The events that enter a cohort; * is any activity.");
    private static final Option RETURN =
            new Option("return", "SELECTION", "*", "The events that count as a return; * is any activity.");

    static final QuestionKind KIND = new QuestionKind(
                    "retention",
                    "Of those who entered in a period, how many returned in each later one.",
                    Unit.USER,
                    List.of(
                            START,
                            RETURN,
                            Scope.every(Every.WEEK),
                            new Option(
                                    "periods",
                                    "N",
                                    "",
                                    "Last period after entry to show; by default as far as the data go, at most 24 hours, 30 days,"
                                            + " 52 weeks, 24 months, 12 quarters or 10 years."),
                            new Option("entry", "first|first-ever|recurring", "first", "Who enters a cohort."),
                            new Option(
                                    "rule",
                                    "on|on-or-after|bracket:A-B,…",
                                    "on",
                                    "Which later periods count: n itself, n or any later, or any of a bracket."),
                            new Option(
                                    "min-events", "K", "1", "Return events needed in one period after that of entry."),
                            new Option(
                                    "window",
                                    "calendar|24h",
                                    "calendar",
                                    "Periods of the local calendar, or of each one's own from the exact time of entry.")),
                    RetentionKind::question)
            .ofEntries();

    private RetentionKind() {}

    private static Question question(Options options, History history) {
        Scope scope = Scope.of(options, history);
        Every every = scope.periods().every();
        Window window = options.read("window", text -> {
                    Window asked = Window.of(text);
                    if (asked == Window.HOURS_24) {
                        Window.millis(every);
                    }
                    return asked;
                })
                .orElseThrow();
        Periods all = scope.periods().count() == 0
                ? scope.periods()
                : Periods.covering(
                        history.calendar(),
                        every,
                        scope.periods().start(0),
                        Math.max(scope.asOf(), scope.periods().start(0) + 1));
        int most = options.number("periods", 0).orElse((int) Math.min(lastBegun(all, scope, window), byDefault(every)));
        ReturnWindow.Rule rule = options.read("rule", ReturnWindow::rule).orElseThrow();
        if (most >= MOST_CELLS) { // before a window is made for each
            throw new BadOption(
                    "periods", most + " periods do not fit into a table of at most " + MOST_CELLS + " cells");
        }
        List<ReturnWindow> windows = rule.upTo(
                options.text("rule").orElseThrow().startsWith("bracket")
                                && options.text("periods").isEmpty()
                        ? Integer.MAX_VALUE
                        : most);
        long cells = (long) scope.periods().count() * windows.size();
        if (cells > MOST_CELLS) {
            throw new BadOption(
                    "periods",
                    "the table would have " + cells + " cells, at most " + MOST_CELLS
                            + " fit; choose fewer --periods, a shorter range or a longer --every");
        }
        return new Retention(
                scope,
                all,
                Scope.selection(options, START),
                Scope.selection(options, RETURN),
                options.read("entry", Entry::of).orElseThrow(),
                windows,
                rule.words(),
                options.number("min-events", 1).orElseThrow(),
                window,
                Asking.grouping(options, history));
    }

    /// The last period after entry that has begun for somebody of the first cohort. Own periods run faster than those
    /// of the calendar where these are longer, as a day of 25 hours or a month of 31 days.
    private static long lastBegun(Periods all, Scope scope, Window window) {
        if (all.count() == 0) {
            return 0;
        }
        return switch (window) {
            case CALENDAR -> all.count() - 1;
            case HOURS_24 -> Math.max(0, (scope.asOf() - 1 - all.start(0)) / Window.millis(all.every()));
        };
    }

    private static int byDefault(Every every) {
        return switch (every) {
            case HOUR -> 24;
            case DAY -> 30;
            case WEEK -> 52;
            case MONTH -> 24;
            case QUARTER -> 12;
            case YEAR -> 10;
        };
    }
}
