package perennial.server.web.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A picture of an answer. [Drawn] ones are data for a script to draw; the others are HTML and need none.
public sealed interface Chart {
    /// What the values are, for axes and tooltips.
    enum Measure {
        COUNT,
        SHARE,
        /// A difference of shares.
        POINTS,
        NUMBER,
        DAYS
    }

    /// What a colour tells: better or came, worse or left, neither, or one of several equals.
    enum Tone {
        PINE,
        CLAY,
        BLUE,
        GREY,
        OTHER
    }

    /// One value of a series.
    ///
    /// @param low with `high` the bounds of its interval, if it has one
    /// @param isSoFar whether its period still runs
    /// @param who the address of the people behind it
    record Point(OptionalDouble value, OptionalDouble low, OptionalDouble high, boolean isSoFar, Optional<String> who) {
        static Point none() {
            return new Point(
                    OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), false, Optional.empty());
        }
    }

    /// What is drawn in one colour.
    record Series(String name, Tone tone, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /// A picture that a script draws.
    sealed interface Drawn extends Chart {
        /// The names along the bottom.
        List<String> along();

        /// What the names along the bottom are, where they do not say so themselves.
        String axis();

        Measure measure();

        List<Series> series();
    }

    /// Lines, with a band where values have intervals.
    record Lines(List<String> along, String axis, Measure measure, List<Series> series) implements Drawn {}

    /// Bars on each other; negative values hang below zero.
    record Flows(List<String> along, String axis, Measure measure, List<Series> series) implements Drawn {}

    /// Bars side by side or, with one series, a histogram.
    record Bars(List<String> along, String axis, Measure measure, List<Series> series) implements Drawn {}

    /// Cohorts against time, darker where more.
    ///
    /// @param what the head of the first column
    /// @param columns the numbers of the later columns
    /// @param low the share of the palest step, `high` that of the darkest
    record Triangle(String what, List<String> columns, List<Line> lines, double low, double high) implements Chart {
        /// @param isPooled whether it is all cohorts together
        public record Line(String name, String size, boolean isPooled, List<Square> squares) {}

        /// One cell.
        ///
        /// @param step its colour, 0 to 9; none if it is not a complete share
        /// @param state as its class says: `complete`, `in_progress` or `not_yet`
        /// @param sentence all it says, for who does not see it
        /// @param isOpen whether its people are shown
        public record Square(
                String text,
                Optional<Integer> step,
                String state,
                String sentence,
                Optional<String> who,
                boolean isOpen) {}
    }

    /// The steps of a path, each with who was left.
    record Steps(List<Step> steps) implements Chart {
        /// @param kept of 0..1000 of the first step
        /// @param lost who did not come here from the step before
        /// @param pace the median time since the step before
        public record Step(
                String name,
                String count,
                String share,
                String interval,
                long kept,
                Optional<String> lost,
                Optional<String> pace,
                Optional<String> who) {}
    }
}
