package perennial.core.history;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;

/// A selection made ready for the events of one part: names as codes, conditions as sets of dictionary codes, so that
/// testing an event compares small integers only.
public final class EventFilter {
    /// A condition on the event at a position.
    private interface Test {
        boolean at(long position);
    }

    private static final Test ALWAYS = position -> true;
    private static final Test NEVER = position -> false;

    private final Timelines timelines;
    private final Test[] byName;

    private EventFilter(Timelines timelines, Test[] byName) {
        this.timelines = timelines;
        this.byName = byName;
    }

    /// The filter of a selection.
    ///
    /// @param names the event names by code
    /// @param isPassive by code: not caused by the customer
    /// @param also a condition every event must fulfil besides
    static EventFilter of(
            Part part, List<String> names, boolean[] isPassive, Selection selection, Optional<Condition> also) {
        List<Condition> conditions = selection.parts().stream()
                .<Condition>map(wanted -> new Condition.All(Stream.of(wanted.condition(), also)
                        .flatMap(Optional::stream)
                        .toList()))
                .toList();
        Map<String, Column> columns = part.properties(conditions.stream()
                .flatMap(Condition::tests)
                .map(Condition.Test::name)
                .toList());
        var byName = new Test[names.size()];
        Arrays.fill(byName, NEVER);
        for (int i = 0; i < conditions.size(); i++) {
            Selection.Part wanted = selection.parts().get(i);
            Test test = compile(columns, conditions.get(i));
            for (int code = 0; code < byName.length; code++) {
                boolean isMeant =
                        wanted.name().isPresent() ? wanted.name().get().equals(names.get(code)) : !isPassive[code];
                if (isMeant) {
                    byName[code] = either(byName[code], test);
                }
            }
        }
        return new EventFilter(part.timelines(), byName);
    }

    public boolean test(long position) {
        Test test = byName[timelines.name(position)];
        return test == ALWAYS || test != NEVER && test.at(position);
    }

    /// Whether events of this name can pass, be it only some.
    public boolean passesSome(int name) {
        return byName[name] != NEVER;
    }

    /// Whether all events of this name pass, whatever their properties.
    public boolean passesAll(int name) {
        return byName[name] == ALWAYS;
    }

    /// By name code 1 if all events of the name pass and 0 if none does; empty if a condition has to be tested.
    public byte[] plainNames() {
        byte[] plain = new byte[byName.length];
        for (int code = 0; code < plain.length; code++) {
            if (byName[code] != ALWAYS && byName[code] != NEVER) {
                return new byte[0];
            }
            plain[code] = (byte) (byName[code] == ALWAYS ? 1 : 0);
        }
        return plain;
    }

    private static Test either(Test one, Test other) {
        if (one == NEVER || other == ALWAYS) {
            return other;
        }
        return one == ALWAYS || other == NEVER ? one : position -> one.at(position) || other.at(position);
    }

    private static Test compile(Map<String, Column> columns, Condition condition) {
        return switch (condition) {
            case Condition.Test test -> compile(columns, test);
            case Condition.All(var of) when of.isEmpty() -> ALWAYS;
            case Condition.All(var of) when of.size() == 1 -> compile(columns, of.getFirst());
            case Condition.All(var of) -> {
                List<Test> tests =
                        of.stream().map(each -> compile(columns, each)).toList();
                yield position -> {
                    for (Test test : tests) {
                        if (!test.at(position)) {
                            return false;
                        }
                    }
                    return true;
                };
            }
            case Condition.Any(var of) -> {
                List<Test> tests =
                        of.stream().map(each -> compile(columns, each)).toList();
                yield position -> {
                    for (Test test : tests) {
                        if (test.at(position)) {
                            return true;
                        }
                    }
                    return false;
                };
            }
            case Condition.Not(var of) -> {
                Test test = compile(columns, of);
                yield position -> !test.at(position);
            }
        };
    }

    private static Test compile(Map<String, Column> columns, Condition.Test test) {
        Column column = columns.get(test.name());
        if (column == null) {
            return NEVER;
        }
        boolean[] isAccepted = new boolean[column.size()];
        for (int code = 1; code < isAccepted.length; code++) {
            isAccepted[code] = test.accepts(column.dictionary().get(code));
        }
        return position -> isAccepted[column.code(position)];
    }
}
