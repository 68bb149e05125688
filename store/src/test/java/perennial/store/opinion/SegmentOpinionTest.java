package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.core.history.History;
import perennial.core.history.Membership;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.question.Unit;
import perennial.core.random.RandomHistory;
import perennial.core.random.RandomSegment;
import perennial.core.random.RawHistory;
import perennial.core.segment.Roster;
import perennial.core.segment.Score;
import perennial.core.segment.Segment;

/// The engine and plain SQL, asked who is in the same segment at the same instant, name the same.
class SegmentOpinionTest {
    private static final int HISTORIES = Integer.getInteger("perennial.histories", 12);
    private static final int SEGMENTS = 12;
    /// Fewer than of members: the SQL of a segment judged at every entry is slow to plan.
    private static final int ASKED = Integer.getInteger("perennial.histories", 4);

    private static final int QUESTIONS = 6;

    private record Asked(RawHistory history, List<RandomQuestion> questions) {
        static Asked of(Random random) {
            RawHistory history = RandomHistory.of(random, 90);
            return new Asked(
                    history,
                    Stream.generate(() -> RandomQuestion.of(random, history).ofSegment(random, history))
                            .limit(QUESTIONS)
                            .toList());
        }
    }

    @Test
    void every_question_of_a_segment_gives_the_rows_of_its_sql_on_random_histories() {
        forAll(ASKED, Asked::of, some -> {
            try (var both = new EngineOn(some.history(), 0)) {
                for (RandomQuestion question : some.questions()) {
                    assertThat(Comparison.differences(both.engine(question), both.opinion(question)))
                            .as("%s%non %s", question, some.history())
                            .isEmpty();
                }
            }
        });
    }

    private record Case(RawHistory history, long cut, Unit unit, long instant, List<Segment> segments) {
        static Case of(Random random) {
            RawHistory history = RandomHistory.of(random, random.nextInt(4) == 0 ? 8 : 90);
            long cut = random.nextBoolean()
                    ? 0
                    : random.nextInt(3 * history.events().size());
            long time = history.events()
                    .get(random.nextInt(history.events().size()))
                    .timeMillis();
            var local = Instant.ofEpochMilli(time).atZone(history.zone());
            long instant = switch (random.nextInt(3)) {
                case 0 -> time + random.nextInt(3) - 1;
                case 1 -> local.plusMinutes(random.nextInt(3000)).toInstant().toEpochMilli();
                default ->
                    local.toLocalDate()
                            .plusDays(1 + random.nextInt(40))
                            .atStartOfDay(history.zone())
                            .toInstant()
                            .toEpochMilli();
            };
            LocalDate around = local.toLocalDate();
            return new Case(
                    history,
                    cut,
                    Unit.values()[random.nextInt(3)],
                    instant,
                    Stream.generate(() -> RandomSegment.of(random, around, true))
                            .limit(SEGMENTS)
                            .toList());
        }
    }

    @Test
    void every_segment_has_the_members_of_its_sql_on_random_histories() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), some.cut())) {
                History history = engine.both().history(some.unit()).asOf(some.instant());
                var options = Map.of(
                        "unit",
                        some.unit().toString(),
                        "as-of",
                        Instant.ofEpochMilli(some.instant()).toString());
                for (Segment segment : some.segments()) {
                    assertThat(ids(segment, history))
                            .as("%s of %s%non %s", segment, options, some.history())
                            .isEqualTo(engine.both().opinion(segment, options));
                }
            }
        });
    }

    /// They are kept: of the events there are, of all owners, whoever is asked about first.
    @Test
    void scores_are_those_of_their_sql_when_some_were_asked_about_before_and_when_events_were_added() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(EngineOn.part(some.history(), 0, some.cut()), 0)) {
                askOfSome(engine.both().history(some.unit()));
                RawTables.write(engine.both().connection(), EngineOn.part(some.history(), some.cut(), Long.MAX_VALUE));
                askOfSome(engine.both().history(some.unit()));
                assertScores(engine, some);
            }
        });
    }

    private static void askOfSome(History history) {
        Membership few = history.segments().read("did \"Order Completed\" at most 2 times");
        History within = history.within(few.of(history));
        for (Score what : Score.values()) {
            history.segments()
                    .read(new Segment.Scored(what, List.of(1)).toString())
                    .of(within);
        }
    }

    private static void assertScores(EngineOn engine, Case some) throws SQLException {
        History history = engine.both().history(some.unit());
        for (Score what : Score.values()) {
            var segment = new Segment.Scored(what, List.of(2, 4, 5));
            for (Map<String, String> when : List.of(
                    Map.<String, String>of(),
                    Map.of("as-of", Instant.ofEpochMilli(some.instant()).toString()))) {
                Map<String, String> options = new HashMap<>(when);
                options.put("unit", some.unit().toString());
                assertThat(ids(segment, when.isEmpty() ? history : history.asOf(some.instant())))
                        .as("%s of %s%non %s", segment, options, some.history())
                        .isEqualTo(engine.both().opinion(segment, options));
            }
        }
    }

    private static List<String> ids(Segment segment, History history) {
        List<String> ids = new ArrayList<>();
        Roster.of(history.segments().read("(" + segment + ")"), history)
                .members()
                .forEachRemaining(member ->
                        ids.add(member.owner().kind() + " " + member.owner().id()));
        ids.sort(null);
        return ids;
    }

    @Test
    void owner_by_owner_a_segment_has_the_members_it_has_at_once() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), some.cut())) {
                History all = engine.both().history(some.unit());
                for (Segment segment : some.segments()) {
                    Membership membership = all.segments().read("(" + segment + ")");
                    if (!membership.comparesOwners()) {
                        List<long[]> sets = membership.of(all.asOf(some.instant()));
                        for (int i = 0; i < sets.size(); i++) {
                            assertThat(oneByOne(membership, all.shards().get(i), some.instant()))
                                    .as(
                                            "%s at %s%non %s",
                                            segment, Instant.ofEpochMilli(some.instant()), some.history())
                                    .isEqualTo(sets.get(i));
                        }
                    }
                }
            }
        });
    }

    @Test
    void days_and_events_tell_alike_who_did_something_so_often_or_in_turn() {
        List<String> some = List.of("\"*\"", "Opened", "\"Order Completed\"");
        List<String> texts = new ArrayList<>();
        for (String period : List.of("", " in last 30 days")) {
            for (String did : some) {
                for (String often : List.of("at least 2", "at least 5", "at most 1", "exactly 3")) {
                    texts.add("did %s %s times%s".formatted(did, often, period));
                }
                for (String then : some) {
                    for (String within : List.of("", " within 3 hours", " within 1 days", " within 7 days")) {
                        texts.add("did %s then %s%s%s".formatted(did, then, within, period));
                    }
                }
            }
        }
        forAll(HISTORIES, Case::of, each -> {
            try (var engine = new EngineOn(each.history(), each.cut())) {
                History all = engine.both().history(each.unit());
                for (String text : texts) {
                    Membership membership = all.segments().read(text);
                    List<long[]> sets = membership.of(all.asOf(each.instant()));
                    for (int i = 0; i < sets.size(); i++) {
                        assertThat(sets.get(i))
                                .as("%s at %s%non %s", text, Instant.ofEpochMilli(each.instant()), each.history())
                                .isEqualTo(oneByOne(membership, all.shards().get(i), each.instant()));
                    }
                }
            }
        });
    }

    private static long[] oneByOne(Membership membership, Shard shard, long instant) {
        long[] set = OwnerSet.empty(shard.size());
        Membership.Reader reader = membership.in(shard);
        OwnerSet.forEach(shard.members(), owner -> {
            if (reader.has(owner, instant)) {
                OwnerSet.add(set, owner);
            }
        });
        return set;
    }
}
