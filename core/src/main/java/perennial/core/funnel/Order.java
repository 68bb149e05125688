package perennial.core.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import perennial.core.selection.Selection;

/// How the steps of a funnel must follow one another.
enum Order {
    /// One after the other; other events may lie between.
    ORDERED,
    /// One after the other, without other activity between.
    STRICT,
    /// All of them, whichever comes first.
    ANY;

    /// The order with this name.
    ///
    /// @throws IllegalArgumentException naming the choices, if there is none
    static Order of(String name) {
        return Arrays.stream(values())
                .filter(order -> order.toString().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + name + "\" is no order; choose ordered, strict or any"));
    }

    /// The events that have to be read: those of each step, then what must not lie between.
    List<Selection> read(List<Selection> steps) {
        List<Selection> all = new ArrayList<>(steps);
        if (this == STRICT) {
            all.add(Selection.ACTIVITY);
        }
        return all;
    }

    /// What an attempt may begin with.
    List<Selection> beginnings(List<Selection> steps) {
        return this == ANY ? steps : steps.subList(0, 1);
    }

    /// @param window in milliseconds
    Attempts attempts(int steps, long window) {
        return switch (this) {
            case ORDERED -> new OrderedAttempts(steps, window);
            case STRICT -> new StrictAttempts(steps, steps, window);
            case ANY -> new AnyOrderAttempts(steps, window);
        };
    }

    /// What is counted at a step, from 0.
    String event(List<Selection> steps, int step) {
        return switch (this) {
            case ORDERED, STRICT -> steps.get(step).toString();
            case ANY -> "any " + (step + 1) + " of " + steps.size();
        };
    }

    /// The rule in words.
    String rule(List<Selection> steps, String within) {
        return switch (this) {
            case ORDERED ->
                "An attempt begins with each \"" + steps.getFirst() + "\". The later steps follow in this order within "
                        + within + " of it; other events may lie between.";
            case STRICT ->
                "An attempt begins with each \"" + steps.getFirst() + "\". The later steps follow in this order within "
                        + within + " of it, without other activity between.";
            case ANY ->
                "An attempt begins with each event of any step. The other steps follow in any order within " + within
                        + " of it; one event is one step.";
        };
    }

    /// As the command line writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
