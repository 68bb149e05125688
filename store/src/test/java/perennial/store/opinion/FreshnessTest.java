package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import perennial.core.customer.Owner;
import perennial.core.history.Column;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.question.Unit;
import perennial.core.random.RandomHistory;
import perennial.core.random.RawEvent;
import perennial.core.random.RawHistory;
import perennial.core.random.RawLink;
import perennial.store.view.EventFinder;
import perennial.store.view.Traces;

/// Views kept fresh while facts arrive in several lots hold what views built of all of them hold, and know by which ids
/// and events somebody is known as a search through the log finds it.
class FreshnessTest {
    private static final int HISTORIES = Integer.getInteger("perennial.histories", 5);
    private static final List<String> PROPERTIES = List.of("category", "plan", "value", History.RECEIVED);

    /// @param lots up to which seq facts have arrived, each time
    private record Case(RawHistory history, List<Long> lots, long seed) {
        private static final int MOST_LOTS = 25;

        static Case of(Random random) {
            RawHistory history = RandomHistory.of(random, 60);
            long last = 4L * history.events().size() + 20;
            history = withMoreLinks(history, last, random);
            List<Long> lots = random.longs(1 + random.nextInt(MOST_LOTS), 1, last)
                    .sorted()
                    .boxed()
                    .toList();
            return new Case(history, lots, random.nextLong());
        }

        /// People who turn out to be one again and again, so that it happens across lots.
        private static RawHistory withMoreLinks(RawHistory history, long last, Random random) {
            Set<Long> taken = new HashSet<>();
            history.events().forEach(each -> taken.add(each.seq()));
            history.links().forEach(each -> taken.add(each.seq()));
            history.traits().forEach(each -> taken.add(each.seq()));
            List<RawLink> links = new ArrayList<>(history.links());
            for (long seq = 1; seq <= last; seq++) {
                if (!taken.contains(seq) && random.nextInt(8) == 0) {
                    RawEvent at =
                            history.events().get(random.nextInt(history.events().size()));
                    String kind = random.nextBoolean() ? "alias" : "anonymous";
                    String from = (kind.equals("alias") ? "u" : "v") + random.nextInt(6);
                    links.add(new RawLink(seq, kind, from, "u" + random.nextInt(6), at.timeMillis()));
                }
            }
            return new RawHistory(history.zone(), history.weekStart(), history.events(), links, history.traits());
        }
    }

    /// Each lot is put beside what came before. At some of them what is there is asked, at some it is held
    /// against views built anew, and so it is at the last.
    @Test
    void every_owner_has_the_events_and_properties_of_views_built_anew() {
        forAll(HISTORIES, Case::of, some -> {
            var random = new Random(some.seed());
            long had = 0;
            try (var fresh = new EngineOn(EngineOn.part(some.history(), 0, 0), 0)) {
                for (long lot : some.lots()) {
                    arrive(some, had, lot, fresh);
                    if (random.nextInt(3) == 0) {
                        owners(fresh.both().history(Unit.VISITOR));
                    }
                    if (random.nextInt(8) == 0) {
                        compare(some, lot, fresh);
                    }
                    had = lot;
                }
                arrive(some, had, Long.MAX_VALUE, fresh);
                compare(some, Long.MAX_VALUE, fresh);
            }
        });
    }

    private static void arrive(Case some, long after, long last, EngineOn fresh) throws SQLException {
        RawTables.write(fresh.both().connection(), EngineOn.part(some.history(), after, last));
        for (Unit unit : Unit.values()) {
            fresh.both().history(unit);
        }
    }

    private static void compare(Case some, long last, EngineOn fresh) throws SQLException, IOException {
        try (var anew = new EngineOn(EngineOn.part(some.history(), 0, last), 0)) {
            for (Unit unit : Unit.values()) {
                assertThat(owners(fresh.both().history(unit)))
                        .as("%s, lots %s, up to %s%non %s", unit, some.lots(), last, some.history())
                        .isEqualTo(owners(anew.both().history(unit)));
            }
        }
        compareTraces(some, last, fresh);
    }

    private static void compareTraces(Case some, long last, EngineOn fresh) throws SQLException {
        Set<Owner> owners = new HashSet<>();
        for (Unit unit : Unit.values()) {
            for (Shard shard : fresh.both().history(unit).shards()) {
                OwnerSet.forEach(shard.members(), owner -> owners.add(shard.owner(owner)));
            }
        }
        for (Owner owner : owners) {
            try (var finder = EventFinder.of(fresh.workspace())) {
                var found = new Traces(finder.ids(List.of(owner)), finder.of(List.of(owner)));
                for (Owner id : found.ids()) {
                    assertThat(fresh.both().views().traces(id))
                            .as("%s, who is %s, lots %s, up to %s%n%s", id, owner, some.lots(), last, some.history())
                            .hasValue(found);
                }
            }
        }
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
