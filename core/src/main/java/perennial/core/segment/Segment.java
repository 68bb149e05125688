package perennial.core.segment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;
import perennial.core.selection.WordReader;

/// Which customers are meant, as of an instant: only what happened before it counts.
///
/// [#toString()] is the text form; [#parse(String)] reads it back as an equal segment.
public sealed interface Segment {

    /// Reads the text form, such as `country = Germany and did "Order Completed" at least 2 times in last 90 days`.
    ///
    /// @throws perennial.core.selection.SelectionError pointing at the place
    /// @throws SegmentFault if it is too long
    static Segment parse(String text) {
        return new SegmentParser(text).segment();
    }

    /// The text form as a side of `and`, `or` and `not`: in parentheses if it has sides itself.
    default String side() {
        return toString();
    }

    /// In all of them.
    record All(List<Segment> of) implements Segment {
        public All {
            of = requireTwo(of);
        }

        @Override
        public String toString() {
            return of.stream().map(Segment::side).collect(Collectors.joining(" and "));
        }

        @Override
        public String side() {
            return "(" + this + ")";
        }
    }

    /// In at least one of them.
    record Any(List<Segment> of) implements Segment {
        public Any {
            of = requireTwo(of);
        }

        @Override
        public String toString() {
            return of.stream().map(Segment::side).collect(Collectors.joining(" or "));
        }

        @Override
        public String side() {
            return "(" + this + ")";
        }
    }

    private static List<Segment> requireTwo(List<Segment> sides) {
        if (sides.size() < 2) {
            throw new SegmentFault("\"and\" and \"or\" join at least 2 segments, here are " + sides.size());
        }
        return List.copyOf(sides);
    }

    /// Everybody else.
    record Not(Segment of) implements Segment {
        @Override
        public String toString() {
            return "not " + of.side();
        }
    }

    /// The value of a trait in force fulfils a condition; no value fulfils nothing.
    record Trait(Condition.Test test) implements Segment {
        @Override
        public String toString() {
            boolean isKeyword = SegmentParser.STARTS.contains(test.name().toLowerCase(Locale.ROOT));
            String text = test.toString();
            return isKeyword && !text.startsWith("\"")
                    ? WordReader.quoted(test.name())
                            + text.substring(test.name().length())
                    : text;
        }
    }

    /// Did events of a selection so many times in a period.
    record Did(Selection selection, Times times, Period period) implements Segment {
        @Override
        public String toString() {
            return "did " + WordReader.quoted(selection.toString())
                    + (times.equals(Times.ONCE_OR_MORE) ? "" : " " + times) + period;
        }
    }

    /// Did an event of a selection on a local date of a period, and on none before it.
    record FirstDid(Selection selection, Period period) implements Segment {
        @Override
        public String toString() {
            return "first did " + WordReader.quoted(selection.toString()) + period;
        }
    }

    /// Did an event of the one selection in a period, and later one of the other, at most so long after it. Events of
    /// equal times stand in the order of their arrival; one event cannot be both.
    record DidThen(Selection first, Selection then, Optional<Duration> within, Period period) implements Segment {
        @Override
        public String toString() {
            return "did " + WordReader.quoted(first.toString()) + " then " + WordReader.quoted(then.toString())
                    + within.map(DidThen::words).orElse("") + period;
        }

        private static String words(Duration within) {
            for (TimeUnit unit : TimeUnit.values()) {
                if (within.toSeconds() % unit.seconds() == 0) {
                    return " within " + within.toSeconds() / unit.seconds() + " " + unit;
                }
            }
            throw new IllegalStateException("Bug: " + within + " is no number of seconds");
        }
    }

    /// Was active before, but on none of the last `days` local dates.
    record Inactive(int days) implements Segment {
        public Inactive {
            new Period.Last(days);
        }

        @Override
        public String toString() {
            return "inactive for " + days + " days";
        }
    }

    /// A life by contract ended in a period, with the reason its end event names, if one is asked for.
    record LifeEnded(Optional<String> reason, Period period) implements Segment {
        @Override
        public String toString() {
            return "life ended"
                    + reason.map(text -> " with reason " + WordReader.quoted(text))
                            .orElse("") + period;
        }
    }

    /// A life by contract is open.
    record InLife() implements Segment {
        @Override
        public String toString() {
            return "in a life";
        }
    }

    /// A life by contract began in a period after an earlier one had ended.
    record WonBack(Period period) implements Segment {
        @Override
        public String toString() {
            return "won back" + period;
        }
    }

    /// Has one of some scores, 1 to 5, among all who ever bought; who never bought has none.
    record Scored(Score score, List<Integer> scores) implements Segment {
        public Scored {
            if (scores.isEmpty() || scores.stream().anyMatch(each -> each < 1 || each > Score.BEST)) {
                throw new SegmentFault("Scores are 1 to " + Score.BEST + ", here are " + scores);
            }
            scores = List.copyOf(new TreeSet<>(scores));
        }

        @Override
        public String toString() {
            String all = scores.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return "rfm " + score + (scores.size() == 1 ? " = " + all : " in (" + all + ")");
        }
    }

    /// In the segment under a name.
    record Named(String name) implements Segment {
        @Override
        public String toString() {
            return "segment " + WordReader.quoted(name);
        }
    }
}
