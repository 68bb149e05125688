package perennial.core.reconcile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import perennial.core.answer.Cell;
import perennial.core.answer.Counts;
import perennial.core.answer.Row;
import perennial.core.answer.State;
import perennial.core.calendar.Calendar;
import perennial.core.calendar.Every;
import perennial.core.history.History;
import perennial.core.question.Asked;
import perennial.core.question.Asking;
import perennial.core.question.Options;

/// The numbers of another tool beside ours, and which reading of the same events brings the two together.
///
/// Each reading is the question asked again; what it explains is the part of the difference (summed over periods,
/// without sign) that is gone under it. One cause, or two together, is named only if it takes away a tenth of the
/// difference more than what is simpler: with many readings tried, some fit a little by chance. What explains less than
/// half is named as the nearest, not as an explanation. Only rows that are complete are compared, and none of periods
/// before or after all our events.
public final class Reconciliation {
    private static final double WORTH_NAMING = 0.1;
    private static final double EXPLAINS = 0.5;
    private static final double NOTHING = 1e-9;
    private static final Counts NO_COUNTS = new Counts();

    private final Metric metric;
    private final Theirs theirs;
    private final Every every;
    private final Options ours;
    private final Histories histories;
    private final History home;

    /// A reading with the numbers under it, and how far they are from theirs.
    private record Tried(Reading reading, Map<Theirs.Place, Double> numbers, double distance) {}

    private Reconciliation(Metric metric, Theirs theirs, Every every, Options ours, Histories histories) {
        this.metric = metric;
        this.theirs = theirs;
        this.every = every;
        this.histories = histories;
        home = histories.of(metric.kind().unit(ours), SetAside.NOTHING);
        this.ours = ours.with("every", every.toString())
                .with("from", theirs.first().toString())
                .with(
                        "until",
                        every.plus(theirs.last().atStartOfDay(), 1)
                                .toLocalDate()
                                .toString());
    }

    /// Rows of the numbers side by side; the rules say what explains the difference.
    ///
    /// @param ours the options of our question, such as the selection, without range and period
    /// @param histories what is asked
    /// @param moreZones tried beside those that are common
    /// @param exportedAt when theirs were counted, if that is known
    /// @param notes on what is known and cannot be tried, told where the numbers differ
    /// @throws perennial.core.question.BadOption if our question cannot be asked so
    public static Asked of(
            Metric metric,
            Theirs theirs,
            Every every,
            Options ours,
            Histories histories,
            List<ZoneId> moreZones,
            Optional<String> exportedAt,
            List<String> notes) {
        return new Reconciliation(metric, theirs, every, ours, histories).reconciled(moreZones, exportedAt, notes);
    }

    private Asked reconciled(List<ZoneId> moreZones, Optional<String> exportedAt, List<String> notes) {
        Asked asked = ask(Reading.OURS);
        Tried as = tried(Reading.OURS);
        List<Tried> singles = as.distance() < NOTHING
                ? List.of()
                : Reading.all(metric, ours, every, home, histories.filters(), moreZones, exportedAt).stream()
                        .map(this::tried)
                        .sorted(Comparator.comparingDouble(Tried::distance))
                        .toList();
        Tried nearest = better(as, singles, as);
        if (nearest.distance() >= NOTHING) {
            nearest = better(as, pairs(singles), nearest);
        }
        Tried best = explained(as, nearest) >= EXPLAINS ? nearest : as;
        return new Asked(
                "reconcile",
                asked.parameters(),
                rules(as, singles, nearest, best, notes),
                asked.notes(),
                asked.zone(),
                asked.asOf(),
                rows(as, best));
    }

    /// The nearest of some if it is nearer than what we have by enough to be named.
    private static Tried better(Tried as, List<Tried> some, Tried before) {
        return some.stream()
                .min(Comparator.comparingDouble(Tried::distance))
                .filter(nearest -> before.distance() - nearest.distance() >= WORTH_NAMING * as.distance())
                .orElse(before);
    }

    private List<Tried> pairs(List<Tried> singles) {
        List<Tried> pairs = new ArrayList<>();
        for (int i = 0; i < singles.size(); i++) {
            for (int j = i + 1; j < singles.size(); j++) {
                singles.get(i)
                        .reading()
                        .and(singles.get(j).reading())
                        .map(this::tried)
                        .ifPresent(pairs::add);
            }
        }
        return pairs;
    }

    private Asked ask(Reading reading) {
        Options options = reading.options(ours);
        History history = histories.of(metric.kind().unit(options), reading.aside());
        return Asking.ask(metric.kind(), options, history.in(reading.calendar(home.calendar())));
    }

    private Tried tried(Reading reading) {
        Calendar calendar = reading.calendar(home.calendar());
        Map<LocalDate, List<LocalDate>> labels = new LinkedHashMap<>();
        theirs.numbers().keySet().forEach(place -> {
            List<LocalDate> same = labels.computeIfAbsent(aligned(place.period(), calendar), any -> new ArrayList<>());
            if (!same.contains(place.period())) {
                same.add(place.period());
            }
        });
        Map<Theirs.Place, Double> numbers = new LinkedHashMap<>();
        for (Row row : ask(reading).rows()) {
            if (row.state() != State.COMPLETE
                    || !(row.cells().get(metric.period()) instanceof Cell.Key(String label))
                    || label.equals("all")) {
                continue;
            }
            int n = row.cells().get("n") instanceof Cell.Index(int index) ? index : 0;
            Optional<Double> number = number(row);
            for (LocalDate period : labels.getOrDefault(LocalDate.parse(label), List.of())) {
                number.filter(_ -> isKnown(period)).ifPresent(value -> numbers.put(new Theirs.Place(period, n), value));
            }
        }
        return new Tried(reading, numbers, theirs.distance(numbers));
    }

    /// Their weeks may begin on another day: theirs is held beside that of ours which shares most days with it.
    private LocalDate aligned(LocalDate period, Calendar calendar) {
        return every.floor(every == Every.WEEK ? period.plusDays(3) : period, calendar.weekStart());
    }

    private Optional<Double> number(Row row) {
        return switch (row.cells().getOrDefault(metric.cell(theirs.isShare()), new Cell.Missing())) {
            case Cell.Count count -> Optional.of((double) count.number());
            case Cell.Proportion(double share) -> Optional.of(share);
            default -> Optional.empty();
        };
    }

    private List<Row> rows(Tried as, Tried best) {
        List<Row> rows = new ArrayList<>();
        theirs.numbers().forEach((place, number) -> {
            Row.Builder row =
                    Row.of(NO_COUNTS).key(metric.period(), place.period().toString());
            if (metric == Metric.RETENTION) {
                row.index("n", place.n());
            }
            row.real("theirs", number);
            Optional<Double> our = Optional.ofNullable(as.numbers().get(place));
            Optional<Double> under = Optional.ofNullable(best.numbers().get(place));
            our.ifPresentOrElse(
                    value -> row.real("ours", value).real("difference", number - value),
                    () -> row.missing("ours", "difference"));
            if (best != as) {
                if (our.isPresent() && under.isPresent()) {
                    row.real("explained", under.get() - our.get()).real("unexplained", number - under.get());
                } else {
                    row.missing("explained", "unexplained");
                }
            }
            rows.add(row.state(our.isPresent() ? State.COMPLETE : State.NOT_YET));
        });
        return rows;
    }

    private List<String> rules(Tried as, List<Tried> singles, Tried nearest, Tried best, List<String> notes) {
        Set<String> rules = new LinkedHashSet<>();
        long compared = theirs.numbers().keySet().stream()
                .filter(as.numbers()::containsKey)
                .count();
        rules.add("Compared: " + compared + " of their " + theirs.numbers().size()
                + " numbers; the others are of periods without a complete number of ours.");
        rules.addAll(outside());
        if (compared == 0) {
            return List.copyOf(rules);
        }
        if (as.distance() < NOTHING) {
            rules.add("All of them agree.");
            return List.copyOf(rules);
        }
        rules.add("Difference in all, without sign: " + shown(as.distance()) + ".");
        rules.add(
                best == as
                        ? none(as, nearest)
                        : "Best explained: they " + best.reading().words() + ". That explains " + share(as, best) + "; "
                                + (best.distance() < NOTHING
                                        ? "nothing remains."
                                        : shown(best.distance()) + " of it remains unexplained."));
        Set<Set<Reading.Cause>> told = new HashSet<>();
        singles.stream()
                .filter(tried -> told.add(tried.reading().causes()))
                .forEach(tried -> rules.add("If they " + tried.reading().words() + ": " + shown(tried.distance())
                        + " would remain (" + share(as, tried) + " explained)."));
        rules.addAll(notes);
        return List.copyOf(rules);
    }

    private static String none(Tried as, Tried nearest) {
        return nearest == as
                ? "None of the readings tried explains a tenth of it."
                : "None of the readings tried explains half of it. Nearest: they "
                        + nearest.reading().words() + " (" + share(as, nearest) + ").";
    }

    /// What is to be said of their periods before and after all we know.
    private List<String> outside() {
        if (home.firstTime().isEmpty()) {
            return List.of("We have no events yet.");
        }
        List<String> said = new ArrayList<>();
        long before = theirs.numbers().keySet().stream()
                .filter(place -> !end(place.period()).isAfter(first()))
                .count();
        if (before > 0) {
            said.add("Our events begin on " + first() + "; " + before + " of their numbers are of periods before.");
        }
        long after = theirs.numbers().keySet().stream()
                .filter(place -> place.period().isAfter(last()))
                .count();
        if (after > 0) {
            said.add("Our events end on " + last() + "; " + after + " of their numbers are of periods after.");
        }
        return said;
    }

    private boolean isKnown(LocalDate period) {
        return home.firstTime().isPresent() && end(period).isAfter(first()) && !period.isAfter(last());
    }

    private LocalDate end(LocalDate period) {
        return every.plus(period.atStartOfDay(), 1).toLocalDate();
    }

    private LocalDate first() {
        return home.calendar().local(home.firstTime().orElseThrow()).toLocalDate();
    }

    private LocalDate last() {
        return home.calendar().local(home.lastTime().orElseThrow()).toLocalDate();
    }

    private static double explained(Tried as, Tried tried) {
        return as.distance() < NOTHING ? 1 : Math.max(0, 1 - tried.distance() / as.distance());
    }

    private static String share(Tried as, Tried tried) {
        return String.format(Locale.ROOT, "%.0f %%", Math.floor(100 * explained(as, tried) + NOTHING));
    }

    private static String shown(double number) {
        return number % 1 == 0
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.4f", number);
    }
}
