package perennial.core.funnel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.Share;
import perennial.core.answer.State;
import perennial.core.history.Grouping;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Passing;
import perennial.core.history.Shard;
import perennial.core.question.Asking;
import perennial.core.question.BadOption;
import perennial.core.question.CountQuestion;
import perennial.core.question.Option;
import perennial.core.question.Options;
import perennial.core.question.QuestionKind;
import perennial.core.question.Span;
import perennial.core.question.Tallies;
import perennial.core.question.Tally;
import perennial.core.question.Unit;
import perennial.core.selection.Selection;

/// How far customers come on a path of steps, each with its best attempt.
///
/// An attempt whose window is not over may still come further. So customers with a mature attempt are counted by their
/// mature ones alone, and those who have only young ones stand apart, so far; unless young ones are asked for as well.
///
/// @param span where an attempt begins
/// @param within how long it may take, in words too
/// @param asOf in milliseconds
public record Funnel(
        Span span,
        List<Selection> steps,
        Duration within,
        String withinWords,
        Order order,
        boolean includesYoung,
        long asOf,
        Grouping by)
        implements CountQuestion {
    private static final int FEWEST_STEPS = 2;
    private static final int MOST_STEPS = 20;

    /// The question in the catalogue.
    public static final QuestionKind KIND = new QuestionKind(
                    "funnel",
                    "How far customers come on a path of steps, and how long it takes them.",
                    Unit.USER,
                    List.of(
                            new Option("step", "SELECTION", "", "An event of the path; give each step, in order.")
                                    .required()
                                    .repeatable(),
                            new Option("within", "DURATION", "7d", "How long the whole path may take: 30m, 4h, 7d."),
                            new Option(
                                    "order",
                                    "ordered|strict|any",
                                    "ordered",
                                    "ordered: one after the other; strict: without other activity between; any: in any order."),
                            Option.flag(
                                    "include-young",
                                    "Count attempts whose time is not over with the others, all as so far.")),
                    Funnel::of)
            .ofEntries();

    /// Who comes to a step, how long that takes them in all, and how long each.
    private enum Who {
        /// By mature attempts, or all if young ones are included.
        MATURE,
        /// Who have young attempts only.
        YOUNG
    }

    private static Funnel of(Options options, History history) {
        List<Selection> steps = options.readAll("step", Selection::parse);
        if (steps.size() < FEWEST_STEPS || steps.size() > MOST_STEPS) {
            throw new BadOption(
                    "step",
                    "a funnel has " + FEWEST_STEPS + " to " + MOST_STEPS + " steps, this one " + steps.size()
                            + "; give each its own --step, in order");
        }
        return new Funnel(
                Span.of(options, history),
                steps,
                options.read("within", Options::duration).orElseThrow(),
                options.text("within").orElseThrow().strip(),
                options.read("order", Order::of).orElseThrow(),
                options.isOn("include-young"),
                history.asOf(),
                Asking.grouping(options, history));
    }

    public Funnel {
        steps = List.copyOf(steps);
    }

    @Override
    public int boxes() {
        return withYoung() + 1;
    }

    @Override
    public int histograms() {
        return place(Who.YOUNG, steps.size());
    }

    private int place(Who who, int step) {
        return who.ordinal() * steps.size() + step;
    }

    private int customers(Who who, int step) {
        return 2 * place(who, step);
    }

    private int millis(Who who, int step) {
        return customers(who, step) + 1;
    }

    /// The box with those who have a young attempt, be it not their best.
    private int withYoung() {
        return customers(Who.YOUNG, steps.size());
    }

    @Override
    public void count(Shard shard, Tallies tallies) {
        var events =
                new Passing(shard, order.read(steps).stream().map(shard::filter).toList());
        var attempts = order.attempts(steps.size(), within.toMillis());
        var groups = shard.groups(by);
        var best = new Attempt(steps.size());
        long youngFrom = Math.clamp(asOf - within.toMillis(), span.from(), span.until());
        OwnerSet.forEach(mayBegin(shard), owner -> {
            events.read(owner);
            attempts.find(events, span.from(), includesYoung ? span.until() : youngFrom, best);
            Who who = best.steps() > 0 ? Who.MATURE : Who.YOUNG;
            if (best.steps() == 0) {
                attempts.find(events, youngFrom, span.until(), best);
            }
            if (best.steps() > 0) {
                Tally tally = tallies.of(groups.of(owner, best.at()));
                add(tally, who, owner, best);
                if (includesYoung) {
                    attempts.find(events, youngFrom, span.until(), best);
                    tally.add(withYoung(), owner, best.steps() > 0 ? 1 : 0);
                }
            }
        });
    }

    /// Whoever did none of the events an attempt begins with need not be read.
    private long[] mayBegin(Shard shard) {
        long[] some = OwnerSet.empty(shard.size());
        for (Selection beginning : order.beginnings(steps)) {
            OwnerSet.or(some, shard.mayHaveDone(beginning, span.from(), span.until()));
        }
        return some;
    }

    private void add(Tally tally, Who who, int owner, Attempt best) {
        for (int step = 0; step < best.steps(); step++) {
            tally.add(customers(who, step), owner);
            tally.add(millis(who, step), owner, best.millisTo(step));
            tally.measure(place(who, step), best.millisTo(step) / 1000);
        }
    }

    @Override
    public List<Row> rows(Counts counts) {
        boolean hasMature = counts.of(customers(Who.MATURE, 0)) > 0;
        boolean hasYoung = counts.of(customers(Who.YOUNG, 0)) > 0;
        List<Row> rows = new ArrayList<>();
        if (hasMature || !hasYoung) {
            State state = counts.of(withYoung()) > 0 ? State.IN_PROGRESS : State.COMPLETE;
            rows.addAll(rows(counts, Who.MATURE, hasMature ? state : stateOfNobody()));
        }
        if (hasYoung) {
            rows.addAll(rows(counts, Who.YOUNG, State.IN_PROGRESS));
        }
        return rows;
    }

    /// Whether it is settled that nobody began.
    private State stateOfNobody() {
        return State.of(span.from(), span.until(), asOf);
    }

    private List<Row> rows(Counts counts, Who who, State state) {
        List<Row> rows = new ArrayList<>();
        long entrants = counts.of(customers(who, 0));
        for (int step = 0; step < steps.size(); step++) {
            long came = counts.of(customers(who, step));
            var share = new Share(came, entrants);
            Row.Builder row = Row.of(counts, state)
                    .index("step", step + 1)
                    .key("event", order.event(steps, step))
                    .count("customers", customers(who, step))
                    .value(share, state);
            if (step == 0) {
                row.missing("from_previous");
            } else {
                row.proportion("from_previous", new Share(came, counts.of(customers(who, step - 1))));
            }
            rows.add(row.interval(share, state)
                    .real("mean_seconds", meanSeconds(counts.of(millis(who, step)), came))
                    .real("median_seconds", counts.median(place(who, step)))
                    .state(state));
        }
        return rows;
    }

    private static OptionalDouble meanSeconds(long millis, long customers) {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of(millis / 1000.0 / customers);
    }

    @Override
    public List<String> rules() {
        return List.of(
                order.rule(steps, withinWords),
                "Everybody counts once, with the attempt that came furthest; of equal ones the earliest. Seconds run from"
                        + " its first event, of those who came so far.",
                includesYoung
                        ? "Attempts whose " + withinWords + " are not over count too; with any of them, all is so far."
                        : "Only attempts whose " + withinWords
                                + " are over count; who has none of them stands apart, so far.");
    }
}
