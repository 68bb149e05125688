package perennial.server.web.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.history.History;
import perennial.server.web.report.Inquiry;
import perennial.store.answer.Answers;
import perennial.store.segment.StoredSegments;

/// Asks a number again of groups of customers, for what each did to the whole: of the values of traits that have few,
/// and of the saved segments. At most [#GROUPS] groups are looked at.
///
/// @param saved the saved segments
record Movers(Answers answers, StoredSegments saved) {
    /// How many groups are looked at, at most, for which intervals are widened: the more are looked at, the
    /// likelier one of them moves by chance.
    static final int GROUPS = 24;

    private static final int TRAITS = 4;
    private static final int VALUES = 6;
    private static final int SEGMENTS = 6;
    private static final int SHOWN = 8;

    /// Those who moved the number most, the largest first; none where there is no period before to compare with.
    ///
    /// @param recent how the number was asked
    List<Mover> of(Measured whole, Inquiry recent) {
        if (whole.change().isEmpty()) {
            return List.of();
        }
        List<Mover> all = new ArrayList<>();
        traits(recent).forEach(trait -> all.addAll(byTrait(whole, recent, trait)));
        if (!recent.given().containsKey("segment")) {
            saved.names().stream()
                    .limit(SEGMENTS)
                    .flatMap(name -> inSegment(whole, recent, name).stream())
                    .forEach(all::add);
        }
        return all.stream()
                .limit(GROUPS)
                .sorted(Comparator.comparingDouble((Mover mover) -> -Math.abs(mover.moved())))
                .limit(SHOWN)
                .toList();
    }

    /// Those with so few values that each is a group worth a name.
    private List<String> traits(Inquiry recent) {
        History history = answers.history(recent.kind().unit(recent.options()));
        return history.traitNames().stream()
                .filter(name -> {
                    int values = history.traitValues(name, VALUES + 1).size();
                    return values > 1 && values <= VALUES && !history.tellsWho(name);
                })
                .limit(TRAITS)
                .toList();
    }

    /// The parts of the values of a trait, which add up to the whole change.
    List<Mover> byTrait(Measured whole, Inquiry recent, String trait) {
        Inquiry split = recent.with("by", "trait:" + trait);
        SequencedMap<String, List<Row>> groups = new LinkedHashMap<>();
        answers.ask(split.kind(), split.options())
                .rows()
                .forEach(row -> groups.computeIfAbsent(Rows.key(row, "group"), _ -> new ArrayList<>())
                        .add(row));
        return groups.entrySet().stream()
                .flatMap(group ->
                        mover(whole, trait + " " + group.getKey(), Optional.empty(), group.getValue()).stream())
                .toList();
    }

    private Optional<Mover> inSegment(Measured whole, Inquiry recent, String name) {
        Inquiry within = recent.with("segment", name).with("segment-at", "now");
        return mover(
                whole,
                name,
                Optional.of(name),
                answers.ask(within.kind(), within.options()).rows());
    }

    /// What a group did; nothing where it has not been counted in both periods.
    private static Optional<Mover> mover(Measured whole, String title, Optional<String> segment, List<Row> rows) {
        Map<String, Row> byPeriod = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> whole.kpi().isOf(row, whole.every()))
                .forEach(row -> byPeriod.put(whole.label(row), row));
        Row last = whole.last().orElseThrow();
        Row before = whole.before().orElseThrow();
        return Stream.of(last, before).allMatch(row -> byPeriod.containsKey(whole.label(row)))
                ? Optional.of(Mover.of(
                        whole,
                        title,
                        segment,
                        Optional.ofNullable(byPeriod.get(whole.label(before))).orElseThrow(),
                        Optional.ofNullable(byPeriod.get(whole.label(last))).orElseThrow()))
                : Optional.empty();
    }
}
