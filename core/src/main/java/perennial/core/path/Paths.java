package perennial.core.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.history.Group;
import perennial.core.history.Grouping;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.question.Asking;
import perennial.core.question.BadOption;
import perennial.core.question.CountQuestion;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.core.question.Span;
import perennial.core.question.Tallies;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;
import perennial.core.session.Idle;
import perennial.core.session.SessionReader;

/// What people do next within a session after an event, or did before it.
///
/// @param span where a session begins
/// @param anchor the event a path is told of
/// @param steps how many moves of a session count
/// @param most how many rows a step has at most
public record Paths(
        Span span, Idle idle, Direction direction, Selection anchor, int steps, int most, State state, Grouping by)
        implements CountQuestion {
    private static final int MOST_STEPS = 20;
    private static final String FROM = "from-event";
    private static final String TO = "to-event";

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
            "paths",
            "What people do next within a session after an event, or did before it.",
            Unit.USER,
            List.of(
                    new Option(
                            FROM,
                            "SELECTION",
                            "",
                            "Tell what came after the first such event of a session; by default after its first of all."),
                    new Option(TO, "SELECTION", "", "Tell what came before the last such event of a session instead."),
                    new Option("steps", "N", "5", "How many moves to tell, 1 to 20."),
                    new Option("most", "N", "20", "How many rows a step has at most."),
                    Idle.OPTION),
            Paths::of);

    private static Paths of(Options options, History history) {
        if (options.isGiven(FROM) && options.isGiven(TO)) {
            throw new BadOption(
                    TO, "a path is told from an event or up to one, and --" + FROM + " is given; leave one out");
        }
        Direction direction = options.isGiven(TO) ? Direction.TO : Direction.FROM;
        Span span = Span.of(options, history);
        return new Paths(
                span,
                Idle.of(options),
                direction,
                options.read(direction == Direction.TO ? TO : FROM, Selection::parse)
                        .orElse(Selection.ACTIVITY),
                options.read("steps", Paths::steps).orElseThrow(),
                options.number("most", 1).orElseThrow(),
                State.of(span.from(), span.until(), history.asOf()),
                Asking.grouping(options, history));
    }

    private static int steps(String text) {
        if (!text.strip().matches("[1-9]|1[0-9]|" + MOST_STEPS)) {
            throw new IllegalArgumentException("\"" + text + "\" is not a whole number of 1 to " + MOST_STEPS);
        }
        return Integer.parseInt(text.strip());
    }

    static int customers(int step) {
        return 2 * step;
    }

    static int sessions(int step) {
        return 2 * step + 1;
    }

    @Override
    public int boxes() {
        return 2 * steps;
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        var sessions = idle.reader(shard);
        var anchors = shard.filter(anchor);
        var groups = shard.groups(by);
        List<String> names = shard.history().names();
        // The bounds of the range are whole seconds, or those of the history.
        long from = Math.floorDiv(span.from(), 1000);
        long until = Math.ceilDiv(span.until(), 1000);
        Map<Group, Moves> byGroup = new HashMap<>();
        OwnerSet.forEach(mayHaveCome(shard), owner -> {
            sessions.read(owner);
            for (int i = 0; i < sessions.count(); i++) {
                long begun = sessions.second(i);
                int event = begun >= from && begun < until
                        ? direction.anchor(sessions, i, anchors)
                        : direction.end(sessions, i);
                if (event != direction.end(sessions, i)) {
                    Group group = groups.of(owner, sessions.at(event));
                    follow(
                            sessions,
                            i,
                            event,
                            owner,
                            byGroup.computeIfAbsent(group, name -> new Moves(this, names, tallies.of(name))));
                }
            }
        });
    }

    /// Whoever never did what a path is told of need not be read; a session may run on past the range.
    private long[] mayHaveCome(Shard shard) {
        return shard.mayHaveDone(anchor, span.from(), span.until() + Idle.LONGEST_SESSION.toMillis());
    }

    private void follow(SessionReader sessions, int i, int anchorEvent, int owner, Moves into) {
        int end = direction.end(sessions, i);
        int event = anchorEvent;
        for (int step = 0; step < steps && event != end; step++) {
            int next = direction.next(sessions, event, end);
            into.add(step, sessions.name(event), next == end ? Moves.NONE : sessions.name(next), owner);
            event = next;
        }
    }

    @Override
    public List<Row> rows(Counts counts) {
        List<Row> rows = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            int number = step;
            counts.parts().values().stream()
                    .filter(move -> move.of(sessions(number)) > 0)
                    .sorted(Comparator.comparingLong((Counts move) -> -move.of(sessions(number)))
                            .thenComparing(move -> Move.of(move.label())))
                    .limit(most)
                    .map(move -> row(number, move))
                    .forEach(rows::add);
        }
        return rows;
    }

    private Row row(int step, Counts counts) {
        Move move = Move.of(counts.label());
        return Row.of(counts)
                .index("step", step + 1)
                .key("event", move.event())
                .key("next", move.next())
                .count("customers", customers(step))
                .count("sessions", sessions(step))
                .state(state);
    }

    @Override
    public List<String> rules() {
        return List.of(
                direction.rule(anchor),
                "An event that repeats at once is one. Each step shows the moves of the most sessions, up to " + most
                        + "; sessions that had ended before are in none.",
                idle.rule());
    }
}
