package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.core.history.Column;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.question.Unit;
import perennial.core.random.RandomHistory;
import perennial.core.random.RawHistory;

/// Views kept fresh while facts arrive in several lots hold what views built of all of them hold.
class FreshnessTest {
    private static final int HISTORIES = Integer.getInteger("perennial.histories", 10);
    private static final List<String> PROPERTIES = List.of("category", "plan", "value", History.RECEIVED);

    private record Case(RawHistory history, List<Long> lots) {
        static Case of(Random random) {
            RawHistory history = RandomHistory.of(random, 60);
            long last = 4L * history.events().size();
            return new Case(
                    history,
                    random.longs(1 + random.nextInt(3), 1, last)
                            .sorted()
                            .boxed()
                            .toList());
        }
    }

    @Test
    void every_owner_has_the_events_and_properties_of_views_built_anew() {
        forAll(HISTORIES, Case::of, some -> {
            List<Long> lots = new ArrayList<>(some.lots());
            lots.add(Long.MAX_VALUE);
            try (var fresh = new EngineOn(EngineOn.part(some.history(), 0, lots.getFirst()), 0)) {
                for (int lot = 0; lot < lots.size(); lot++) {
                    if (lot > 0) {
                        RawTables.write(
                                fresh.both().connection(),
                                EngineOn.part(some.history(), lots.get(lot - 1), lots.get(lot)));
                    }
                    RawHistory arrived = EngineOn.part(some.history(), 0, lots.get(lot));
                    try (var anew = new EngineOn(arrived, 0)) {
                        for (Unit unit : Unit.values()) {
                            assertThat(owners(fresh.both().history(unit)))
                                    .as("%s, lots %s, lot %s%non %s", unit, lots, lot, some.history())
                                    .isEqualTo(owners(anew.both().history(unit)));
                        }
                    }
                }
            }
        });
    }

    /// Each owner with its events, as texts. A user and a visitor may bear the same id.
    private static List<String> owners(History history) {
        List<String> owners = new ArrayList<>();
        for (Shard shard : history.shards()) {
            List<Optional<Column>> columns =
                    PROPERTIES.stream().map(shard::property).toList();
            OwnerSet.forEach(shard.members(), owner -> {
                List<String> events = new ArrayList<>();
                for (long at = shard.from(owner); at < shard.until(owner); at++) {
                    var event = new StringBuilder(shard.timelines().time(at) + " "
                            + history.names().get(shard.timelines().name(at)));
                    for (Optional<Column> column : columns) {
                        int code =
                                column.isEmpty() ? Column.ABSENT : column.get().code(at);
                        event.append(' ')
                                .append(
                                        code == Column.ABSENT
                                                ? "-"
                                                : column.get().dictionary().get(code));
                    }
                    events.add(event.toString());
                }
                owners.add(shard.owner(owner).toString() + events);
            });
        }
        return owners.stream().sorted().toList();
    }
}
