package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.core.random.ForAll.forAll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.core.history.History;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.life.Lives;
import perennial.core.life.UsageLives;
import perennial.core.question.Unit;

/// What must hold between answers of the engine, whatever the history; what must add up is in [SumLawsTest].
class LawsTest {
    private static final int HISTORIES = Integer.getInteger("perennial.histories", 4);

    @Test
    void the_order_of_arrival_does_not_matter() {
        forAll(HISTORIES, RandomCase::shuffled, some -> {
            try (var one = new EngineOn(some.history(), 0);
                    var other = new EngineOn(some.other(), some.number())) {
                for (RandomQuestion question : some.questions()) {
                    assertThat(other.engine(question))
                            .as("%s%non %s", question, some.history())
                            .isEqualTo(one.engine(question));
                }
            }
        });
    }

    @Test
    void moving_events_and_clock_by_whole_weeks_changes_no_weekly_number() {
        List<List<String>> weekly = List.of(
                List.of("active-users", "every=week", "event=Opened"),
                List.of("active-users", "every=week", "rolling=10", "by=trait:plan"),
                List.of("acquisition", "every=week"),
                List.of("lifecycle", "every=week", "by=property:category"),
                List.of("stickiness", "every=week", "event=Opened | Searched"),
                List.of("frequency", "min-events=2"),
                List.of("adoption", "every=week", "feature=Searched"),
                List.of("retention", "every=week", "start=Order Completed[value > 1]"),
                List.of("retention", "every=week", "window=24h", "entry=recurring", "rule=on-or-after"),
                List.of("inactivity", "unit=visitor"),
                List.of("reactivation", "every=week", "inactive-after=8"),
                List.of("churn", "every=week", "inactive-after=8"),
                List.of("winback", "every=week", "basis=usage", "inactive-after=8", "within=20"),
                List.of("winback", "every=week", "basis=usage", "inactive-after=8", "reading=period"),
                List.of("funnel", "step=Opened\n*\nOrder Completed", "within=20d"),
                List.of("sessions", "every=week", "idle=4h", "by=trait:plan"),
                List.of("paths", "to-event=Order Completed", "idle=24h", "most=1000"),
                List.of("return-curve", "basis=usage", "inactive-after=8", "within=20"),
                List.of("at-risk", "least-rhythm=0.5"));
        forAll(HISTORIES, RandomCase::moved, some -> {
            try (var before = new EngineOn(some.history(), 0);
                    var after = new EngineOn(some.other(), 0)) {
                for (List<String> question : weekly) {
                    String[] options = question.subList(1, question.size()).toArray(String[]::new);
                    assertThat(after.engine(question.getFirst(), options))
                            .as("%s, %s weeks later%non %s", question, some.number(), some.history())
                            .isEqualTo(Variants.later(before.engine(question.getFirst(), options), some.number()));
                }
            }
        });
    }

    @Test
    void a_stricter_selection_is_never_larger() {
        List<List<String>> fromWideToNarrow = List.of(
                List.of("*", "*[category exists]", "*[category = shoes]"),
                List.of(
                        "Opened | Order Completed",
                        "Order Completed",
                        "Order Completed[value > 1]",
                        "Order Completed[value > 1, category = hats]"));
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (List<String> chain : fromWideToNarrow) {
                    for (int i = 1; i < chain.size(); i++) {
                        String wide = chain.get(i - 1);
                        String narrow = chain.get(i);
                        assertAtMost(engine, "active-users", "customers", "event=" + wide, "event=" + narrow);
                        assertAtMost(engine, "lifecycle", "active", "event=" + wide, "event=" + narrow);
                        assertAtMost(engine, "adoption", "adopters", "feature=" + wide, "feature=" + narrow);
                        assertAtMost(engine, "retention", "returned", "return=" + wide, "return=" + narrow);
                        assertAtMost(
                                engine, "retention", "size", "start=" + wide, "start=" + narrow, "entry=recurring");
                    }
                }
            }
        });
    }

    private static void assertAtMost(
            EngineOn engine, String question, String count, String wide, String narrow, String... more) {
        String period = question.equals("active-users") ? "every=day" : "every=week";
        Stream<String> same = Stream.concat(Stream.of(period), Stream.of(more));
        List<String> common = same.toList();
        Map<String, Long> all = Rows.byKey(engine.engine(question, with(common, wide)), count);
        Map<String, Long> some = Rows.byKey(engine.engine(question, with(common, narrow)), count);
        assertThat(some.keySet()).isSubsetOf(all.keySet());
        some.forEach((key, number) -> assertThat(number)
                .as("%s of %s at %s: %s against %s", count, question, key, narrow, wide)
                .isLessThanOrEqualTo(all.get(key)));
    }

    private static String[] with(List<String> options, String one) {
        var all = new ArrayList<>(options);
        all.add(one);
        return all.toArray(String[]::new);
    }

    @Test
    void retention_on_or_after_never_rises_with_the_period() {
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (String window : List.of("calendar", "24h")) {
                    var least = new LinkedHashMap<String, Long>();
                    var rows = engine.engine("retention", "every=week", "rule=on-or-after", "window=" + window);
                    for (var row : rows) {
                        String cohort = row.getOrDefault("cohort", "");
                        if (!cohort.equals("all") && !"-".equals(row.get("returned"))) {
                            long returned = Rows.count(row, "returned");
                            assertThat(returned)
                                    .as("%s, %s", row, some.history())
                                    .isLessThanOrEqualTo(least.getOrDefault(cohort, Rows.count(row, "size")));
                            least.put(cohort, returned);
                        }
                    }
                }
            }
        });
    }

    @Test
    void a_freer_order_and_a_longer_window_lose_nobody_on_the_path() {
        List<List<String>> fromNarrowToWide = List.of(
                List.of("order=strict", "order=ordered", "order=any"), List.of("within=1h", "within=2d", "within=90d"));
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (List<String> chain : fromNarrowToWide) {
                    for (int i = 1; i < chain.size(); i++) {
                        Map<String, Long> few = path(engine, chain.get(i - 1));
                        Map<String, Long> many = path(engine, chain.get(i));
                        few.forEach((step, number) -> assertThat(number)
                                .as("%s of %s%non %s", step, chain, some.history())
                                .isLessThanOrEqualTo(many.getOrDefault(step, 0L)));
                    }
                }
            }
        });
    }

    @Test
    void the_return_curve_never_falls_and_its_risk_never_grows() {
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (String[] basis :
                        List.of(new String[] {"basis=usage", "inactive-after=3"}, new String[] {"basis=contract"})) {
                    double value = 0;
                    long atRisk = Long.MAX_VALUE;
                    for (var row : engine.engine("return-curve", basis)) {
                        if (!"-".equals(row.get("value"))) {
                            assertThat(Rows.real(row, "value"))
                                    .as("%s, %s", row, some.history())
                                    .isBetween(value, 1.0);
                            assertThat(Rows.count(row, "at_risk")).isLessThanOrEqualTo(atRisk);
                            value = Rows.real(row, "value");
                            atRisk = Rows.count(row, "at_risk") - Rows.count(row, "returned");
                        }
                    }
                }
            }
        });
    }

    private static Map<String, Long> path(EngineOn engine, String option) {
        Map<String, Long> steps = new TreeMap<>();
        for (var row : engine.engine("funnel", "step=Opened\n*\nSearched", "include-young=true", option)) {
            steps.put(row.getOrDefault("step", ""), Rows.count(row, "customers"));
        }
        return steps;
    }

    @Test
    void every_share_lies_within_zero_to_one_and_in_its_interval() {
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (RandomQuestion question : some.questions()) {
                    for (var row : engine.engine(question)) {
                        if (row.containsKey("low") && !"-".equals(row.get("value"))) {
                            double value = Rows.real(row, "value");
                            assertThat(value).as("%s: %s", question, row).isBetween(0.0, 1.0);
                            boolean isBounded = !question.question().equals("return-curve")
                                    || !"-".equals(row.get("low")); // at 0 and 1 a survival curve has no interval
                            if ("complete".equals(row.get("state")) && isBounded) {
                                assertThat(Rows.real(row, "low")).isBetween(0.0, value);
                                assertThat(Rows.real(row, "high")).isBetween(value, 1.0);
                            }
                        }
                    }
                }
            }
        });
    }

    @Test
    void usage_churn_is_what_the_lives_by_use_say() {
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                History history = engine.both().history(Unit.USER);
                for (int silence : List.of(1, 7, 30)) {
                    for (var row : engine.engine("churn", "every=day", "inactive-after=" + silence)) {
                        long day =
                                LocalDate.parse(row.getOrDefault("period", "")).toEpochDay();
                        assertThat(List.of(Rows.count(row, "at_start"), Rows.count(row, "churned")))
                                .as("%s, silent for %s%non %s", row, silence, some.history())
                                .isEqualTo(churn(history, silence, day));
                    }
                }
            }
        });
    }

    /// How many have a life by use on a day's start, and how many of them none on the next day's.
    private static List<Long> churn(History history, int silence, long day) {
        long there = 0;
        long gone = 0;
        for (Shard shard : history.shards()) {
            Lives lives = new UsageLives(silence).in(shard);
            for (int owner = 0; owner < shard.size(); owner++) {
                if (OwnerSet.has(shard.members(), owner)) {
                    lives.read(owner);
                    if (isAlive(shard, lives, day)) {
                        there++;
                        gone += isAlive(shard, lives, day + 1) ? 0 : 1;
                    }
                }
            }
        }
        return List.of(there, gone);
    }

    private static boolean isAlive(Shard shard, Lives lives, long day) {
        var calendar = shard.history().calendar();
        for (int i = 0; i < lives.count(); i++) {
            if (calendar.dayOf(lives.start(i)) < day && lives.end(i) > calendar.startOf((int) day)) {
                return true;
            }
        }
        return false;
    }
}
