package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.question.Unit;
import perennial.core.random.RandomHistory;
import perennial.store.view.EventFinder;

/// Somebody looked for alone has the events that the views give them, which settle who everybody is.
class SamePeopleTest {
    private static Map<Owner, Long> byTheViews(History history) {
        Map<Owner, Long> events = new HashMap<>();
        for (Shard shard : history.shards()) {
            OwnerSet.forEach(
                    shard.members(), owner -> events.put(shard.owner(owner), shard.end(owner) - shard.from(owner)));
        }
        return events;
    }

    @Test
    void each_has_as_many_events_as_in_the_views_by_whichever_id() throws Exception {
        forAll(12, (Random random) -> RandomHistory.of(random, 60), history -> {
            try (var on = new EngineOn(history, 0)) {
                var all = new BitSet();
                for (var each : byTheViews(on.both().history(Unit.VISITOR)).entrySet()) {
                    try (var finder = EventFinder.of(on.workspace())) {
                        BitSet events = finder.of(List.of(each.getKey()));
                        assertThat((long) events.cardinality())
                                .as("%s in %s", each.getKey(), history)
                                .isEqualTo(each.getValue());
                        assertThat(all.intersects(events)).isFalse();
                        all.or(events);
                        for (Owner id : finder.ids(List.of(each.getKey()))) {
                            assertThat(finder.of(List.of(id)))
                                    .as("%s, who is %s", id, each.getKey())
                                    .isEqualTo(events);
                        }
                    }
                }
                try (var finder = EventFinder.of(on.workspace())) {
                    assertThat(all).isEqualTo(finder.all());
                }
            }
        });
    }

    @Test
    void ids_are_those_that_came_to_mean_the_same() throws Exception {
        // x met ada first, then bo; y met nobody; addie is ada; z met addie by a link.
        var told = Told.in("UTC", DayOfWeek.MONDAY, """
                ~x          | 2026-03-01 | Opened
                ~x=ada      | 2026-03-02 | Opened
                ~x=bo       | 2026-03-03 | Opened
                ~y          | 2026-03-01 | Opened
                ~z          | 2026-03-01 | Opened
                addie       | 2026-03-04 | Opened
                addie -> ada | 2026-03-05 | alias
                z -> addie  | 2026-03-06 | anonymous
                """);
        try (var on = new EngineOn(told, 0);
                var finder = EventFinder.of(on.workspace())) {
            assertThat(finder.ids(List.of(new Owner(Owner.Kind.VISITOR, "z"))).toString())
                    .isEqualTo(finder.ids(List.of(new Owner(Owner.Kind.USER, "ada")))
                            .toString())
                    .contains("ada", "addie", "x", "z")
                    .doesNotContain("bo", "y");
            assertThat(finder.of(List.of(new Owner(Owner.Kind.USER, "bo"))).cardinality())
                    .isEqualTo(1);
            assertThat(finder.ids(List.of(new Owner(Owner.Kind.USER, "nobody"))))
                    .hasSize(1);
        }
    }
}
