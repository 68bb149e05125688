package perennial.core.kpi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import perennial.core.calendar.Every;
import perennial.core.catalogue.Catalogue;
import perennial.core.question.Option;
import perennial.core.question.QuestionKind;
import perennial.core.question.Scope;
import perennial.core.segment.Segment;
import perennial.core.selection.Nearest;
import perennial.core.selection.SelectionError;
import perennial.core.selection.WordReader;

/// The KPIs that can be asked for: saved ones by name, and any formula.
public final class KpiLibrary {
    private static final String SEGMENT = QuestionKind.SEGMENT.name();

    /// The length of a period, handed on to each question that has one and does not say otherwise.
    static final Option EVERY = Scope.everyDay(Every.MONTH);

    private final SavedKpis saved;

    public KpiLibrary(SavedKpis saved) {
        this.saved = saved;
    }

    /// The KPI saved under a name, else the one of a formula.
    ///
    /// @throws BadKpi if it is neither
    public Kpi read(String text) {
        return saved.find(text.strip()).map(SavedKpis.Saved::kpi).orElseGet(() -> Kpi.parse(text, Kpi.Unit.NUMBER));
    }

    /// Whether a KPI can be saved under a name.
    ///
    /// @throws BadKpi if the name is taken, or the KPI would contain itself
    public void requireSavable(String name, Kpi kpi) {
        if (name.isBlank() || !name.strip().equals(name)) {
            throw new BadKpi("The name of a KPI needs a letter and no space at its ends, was \"" + name + "\"");
        }
        if (Catalogue.all().stream().anyMatch(question -> question.name().equals(name))) {
            throw new BadKpi("\"" + name + "\" is a question; choose another name");
        }
        requireOnePeriod(withoutNames(kpi, List.of(name)), EVERY.byDefault());
    }

    /// Whether the periods of all terms are as long: else rows would be joined whose first days happen to be the same.
    ///
    /// @param usual the length of those that name none
    /// @throws BadKpi pointing at the first that differs
    static void requireOnePeriod(Formula formula, String usual) {
        Map<String, Formula.Term> byLength = new LinkedHashMap<>();
        formula.terms()
                .forEach(term -> length(term, usual).ifPresent(every -> {
                    byLength.putIfAbsent(every, term);
                    Map.Entry<String, Formula.Term> first =
                            byLength.entrySet().iterator().next();
                    if (!first.getKey().equals(every)) {
                        throw BadKpi.at(
                                term,
                                formula,
                                "The periods of " + first.getValue() + " are each a " + first.getKey() + ", those of "
                                        + term + " each a " + every + "; give both the same \"every\"");
                    }
                }));
    }

    private static Optional<String> length(Formula.Term term, String usual) {
        boolean hasPeriods = Catalogue.named(term.question()).options().stream()
                .anyMatch(option -> option.name().equals(EVERY.name()));
        return hasPeriods
                ? Optional.of(term.options()
                        .getOrDefault(EVERY.name(), List.of(usual))
                        .getLast())
                : Optional.empty();
    }

    /// Whether a KPI can be deleted.
    ///
    /// @throws BadKpi if there is none, or others name it
    public void requireDeletable(String name) {
        found(name);
        List<String> users = usersOf(name);
        if (!users.isEmpty()) {
            throw new BadKpi(
                    "\"" + name + "\" is used by " + String.join(", ", users) + "; change or delete those first");
        }
    }

    private List<String> usersOf(String name) {
        return saved.names().stream()
                .filter(each -> saved.find(each)
                        .filter(found -> names(found.kpi().formula()).contains(name))
                        .isPresent())
                .toList();
    }

    private static List<String> names(Formula formula) {
        return switch (formula) {
            case Formula.Constant _, Formula.Term _ -> List.of();
            case Formula.Named(String name) -> List.of(name);
            case Formula.Combined(Formula left, Formula.Operation _, Formula right) -> {
                List<String> both = new ArrayList<>(names(left));
                both.addAll(names(right));
                yield both;
            }
        };
    }

    /// The formula with the formulas of saved KPIs in place of their names, and every segment with its terms.
    Formula withoutNames(Kpi kpi) {
        return withoutNames(kpi, List.of());
    }

    private Formula withoutNames(Kpi kpi, List<String> within) {
        Formula whole = withoutNames(kpi.formula(), within);
        return kpi.where().map(segment -> within(whole, segment)).orElse(whole);
    }

    private Formula withoutNames(Formula formula, List<String> within) {
        return switch (formula) {
            case Formula.Constant constant -> constant;
            case Formula.Term term -> term;
            case Formula.Named(String name) -> {
                if (within.contains(name)) {
                    throw new BadKpi("The KPI \"" + name + "\" would contain itself: "
                            + String.join(" in ", within.reversed()) + "; leave it out of one of them");
                }
                List<String> inside = new ArrayList<>(within);
                inside.add(name);
                yield withoutNames(found(name).kpi(), inside);
            }
            case Formula.Combined(Formula left, Formula.Operation operation, Formula right) ->
                new Formula.Combined(withoutNames(left, within), operation, withoutNames(right, within));
        };
    }

    /// The KPI saved under a name.
    ///
    /// @throws BadKpi naming all, if there is none
    public SavedKpis.Saved found(String name) {
        return saved.find(name).orElseThrow(() -> {
            var all = new TreeSet<>(saved.names());
            Catalogue.all().forEach(question -> all.add(question.name()));
            return new BadKpi("There is no KPI or question \"" + name + "\""
                    + Nearest.to(name, all)
                            .map(near -> " (did you mean \"" + near + "\"?)")
                            .orElse("")
                    + "; saved KPIs: " + (saved.names().isEmpty() ? "none" : String.join(", ", saved.names())));
        });
    }

    /// The formula with all its terms asked of a segment.
    static Formula within(Formula formula, String segment) {
        return switch (formula) {
            case Formula.Constant constant -> constant;
            case Formula.Named named -> throw new IllegalStateException("Bug: " + named + " was to be replaced");
            case Formula.Combined(Formula left, Formula.Operation operation, Formula right) ->
                new Formula.Combined(within(left, segment), operation, within(right, segment));
            case Formula.Term(String question, var options, Optional<String> column) -> {
                SequencedMap<String, List<String>> more = new LinkedHashMap<>(options);
                more.merge(
                        SEGMENT,
                        List.of(segment),
                        (one, other) -> List.of(nested(one.getFirst()) + " and " + nested(other.getFirst())));
                yield new Formula.Term(question, more, column);
            }
        };
    }

    /// A segment as a part of another: a name is told from an expression by the word before it.
    private static String nested(String segment) {
        try {
            return "(" + Segment.parse(segment) + ")";
        } catch (SelectionError name) {
            return "segment " + WordReader.written(segment);
        }
    }
}
