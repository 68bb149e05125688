package perennial.store.opinion;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import perennial.core.random.RawEvent;
import perennial.core.random.RawHistory;
import perennial.core.random.RawLink;
import perennial.core.random.RawTrait;

/// Raw histories made from another, for laws that compare the two.
final class Variants {
    private static final long WEEK = 7 * 86_400_000L;

    private Variants() {}

    /// No two facts at the same time: what shares a second moves on to the next free one.
    static RawHistory withoutTies(RawHistory history) {
        Set<Long> taken = new HashSet<>();
        return changed(history, LongUnaryOperator.identity(), time -> {
            long free = time;
            while (!taken.add(free)) {
                free += 1_000;
            }
            return free;
        });
    }

    /// The same facts in another order of arrival.
    static RawHistory shuffled(RawHistory history, Random random) {
        List<Long> order = new ArrayList<>(Stream.of(
                        history.events().stream().map(RawEvent::seq),
                        history.links().stream().map(RawLink::seq),
                        history.traits().stream().map(RawTrait::seq))
                .flatMap(each -> each)
                .sorted()
                .toList());
        List<Long> others = new ArrayList<>(order);
        Collections.shuffle(others, random);
        Map<Long, Long> places = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i), others.get(i));
        }
        return changed(history, seq -> places.getOrDefault(seq, seq), LongUnaryOperator.identity());
    }

    static RawHistory inUtc(RawHistory history) {
        return new RawHistory(ZoneId.of("UTC"), DayOfWeek.MONDAY, history.events(), history.links(), history.traits());
    }

    /// All facts some weeks later.
    static RawHistory later(RawHistory history, int weeks) {
        return changed(history, LongUnaryOperator.identity(), time -> time + weeks * WEEK);
    }

    /// Rows of an answer as they are some weeks later.
    static List<SequencedMap<String, String>> later(List<SequencedMap<String, String>> rows, int weeks) {
        List<SequencedMap<String, String>> all = new ArrayList<>();
        for (var row : rows) {
            SequencedMap<String, String> later = new LinkedHashMap<>(row);
            for (String key : List.of("period", "cohort")) {
                later.computeIfPresent(
                        key,
                        (name, label) -> label.equals("all")
                                ? label
                                : LocalDate.parse(label).plusWeeks(weeks).toString());
            }
            all.add(later);
        }
        return all;
    }

    private static RawHistory changed(RawHistory history, LongUnaryOperator seq, LongUnaryOperator time) {
        return new RawHistory(
                history.zone(),
                history.weekStart(),
                history.events().stream()
                        .map(event -> changed(event, seq, time))
                        .toList(),
                history.links().stream()
                        .map(link -> new RawLink(
                                seq.applyAsLong(link.seq()),
                                link.kind(),
                                link.from(),
                                link.to(),
                                time.applyAsLong(link.timeMillis())))
                        .toList(),
                history.traits().stream()
                        .map(trait -> new RawTrait(
                                seq.applyAsLong(trait.seq()),
                                trait.subject(),
                                trait.id(),
                                trait.name(),
                                trait.value(),
                                time.applyAsLong(trait.timeMillis())))
                        .toList());
    }

    private static RawEvent changed(RawEvent event, LongUnaryOperator seq, LongUnaryOperator time) {
        long happened = time.applyAsLong(event.timeMillis());
        return new RawEvent(
                seq.applyAsLong(event.seq()),
                event.visitor(),
                event.user(),
                event.account(),
                happened,
                happened + event.receivedMillis() - event.timeMillis(),
                event.name(),
                event.value(),
                event.properties());
    }
}
