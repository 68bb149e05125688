package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static perennial.core.random.ForAll.forAll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.core.history.OwnerSet;
import perennial.core.history.Shard;
import perennial.core.life.Lives;
import perennial.core.life.UsageLives;
import perennial.core.question.Unit;
import perennial.core.random.RandomHistory;
import perennial.core.random.RandomSegment;
import perennial.core.random.RawHistory;
import perennial.core.segment.Segment;

/// What must hold between answers of the engine, whatever the history.
class LawsTest {
    private static final int HISTORIES = Integer.getInteger("perennial.histories", 4);
    private static final int QUESTIONS = 12;
    /// Questions whose groups part sessions, not people: who has some of each is in several.
    private static final Set<String> OF_SESSIONS = Set.of("sessions", "traffic", "paths");

    private record Case(RawHistory history, RawHistory other, int number, List<RandomQuestion> questions) {
        static Case of(Random random) {
            var history = RandomHistory.of(random, 90);
            return of(random, history, history, 0);
        }

        static Case shuffled(Random random) {
            RawHistory history = Variants.withoutTies(RandomHistory.of(random, 90));
            return of(random, history, Variants.shuffled(history, random), random.nextInt(100));
        }

        static Case moved(Random random) {
            RawHistory history = Variants.inUtc(RandomHistory.of(random, 90));
            int weeks = 1 + random.nextInt(300);
            return of(random, history, Variants.later(history, weeks), weeks);
        }

        private static Case of(Random random, RawHistory history, RawHistory other, int number) {
            return new Case(
                    history,
                    other,
                    number,
                    Stream.generate(() -> RandomQuestion.of(random, history))
                            .limit(QUESTIONS)
                            .toList());
        }
    }

    @Test
    void the_order_of_arrival_does_not_matter() {
        forAll(HISTORIES, Case::shuffled, some -> {
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
        forAll(HISTORIES, Case::moved, some -> {
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
        forAll(HISTORIES, Case::of, some -> {
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
        Map<String, Long> all = byKey(engine.engine(question, with(common, wide)), count);
        Map<String, Long> some = byKey(engine.engine(question, with(common, narrow)), count);
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
    void the_lifecycle_adds_up() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (String every : List.of("day", "week", "month", "year")) {
                    var rows = engine.engine("lifecycle", "every=" + every);
                    for (int i = 0; i < rows.size(); i++) {
                        var row = rows.get(i);
                        assertThat(count(row, "active"))
                                .isEqualTo(count(row, "new") + count(row, "returning") + count(row, "reactivated"));
                        long before = i == 0 ? 0 : count(rows.get(i - 1), "active");
                        assertThat(count(row, "dormant")).isEqualTo(before - count(row, "returning"));
                    }
                    assertThat(byKey(rows, "active"))
                            .isEqualTo(byKey(engine.engine("active-users", "every=" + every), "customers"));
                }
            }
        });
    }

    @Test
    void the_new_of_all_periods_add_up_to_the_total() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (String every : List.of("day", "week", "quarter")) {
                    long total = 0;
                    for (var row : engine.engine("acquisition", "every=" + every)) {
                        total += count(row, "new");
                        assertThat(count(row, "total"))
                                .as("%s, %s", row, some.history())
                                .isEqualTo(total);
                    }
                }
            }
        });
    }

    @Test
    void who_is_active_so_often_adds_up_to_who_is_active_and_to_the_days_they_were() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (var month : engine.engine("stickiness", "every=month")) {
                    if (!"-".equals(month.get("mau"))) {
                        LocalDate first = LocalDate.parse(month.getOrDefault("period", ""));
                        long people = 0;
                        long days = 0;
                        for (var row : engine.engine("frequency", "from=" + first, "until=" + first.plusMonths(1))) {
                            people += count(row, "customers");
                            days += count(row, "customers") * count(row, "periods");
                        }
                        assertThat(people).as("%s, %s", month, some.history()).isEqualTo(count(month, "mau"));
                        if ("complete".equals(month.get("state"))) {
                            assertThat(real(month, "dau")).isEqualTo((double) days / first.lengthOfMonth());
                        }
                    }
                }
            }
        });
    }

    @Test
    void retention_on_or_after_never_rises_with_the_period() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (String window : List.of("calendar", "24h")) {
                    var least = new LinkedHashMap<String, Long>();
                    var rows = engine.engine("retention", "every=week", "rule=on-or-after", "window=" + window);
                    for (var row : rows) {
                        String cohort = row.getOrDefault("cohort", "");
                        if (!cohort.equals("all") && !"-".equals(row.get("returned"))) {
                            long returned = count(row, "returned");
                            assertThat(returned)
                                    .as("%s, %s", row, some.history())
                                    .isLessThanOrEqualTo(least.getOrDefault(cohort, count(row, "size")));
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
        forAll(HISTORIES, Case::of, some -> {
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
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (String[] basis :
                        List.of(new String[] {"basis=usage", "inactive-after=3"}, new String[] {"basis=contract"})) {
                    double value = 0;
                    long atRisk = Long.MAX_VALUE;
                    for (var row : engine.engine("return-curve", basis)) {
                        if (!"-".equals(row.get("value"))) {
                            assertThat(real(row, "value"))
                                    .as("%s, %s", row, some.history())
                                    .isBetween(value, 1.0);
                            assertThat(count(row, "at_risk")).isLessThanOrEqualTo(atRisk);
                            value = real(row, "value");
                            atRisk = count(row, "at_risk") - count(row, "returned");
                        }
                    }
                }
            }
        });
    }

    private static Map<String, Long> path(EngineOn engine, String option) {
        Map<String, Long> steps = new TreeMap<>();
        for (var row : engine.engine("funnel", "step=Opened\n*\nSearched", "include-young=true", option)) {
            steps.put(row.getOrDefault("step", ""), count(row, "customers"));
        }
        return steps;
    }

    @Test
    void the_reasons_of_a_period_add_up_to_its_ends_and_to_one() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                Map<String, Long> ended = new TreeMap<>();
                Map<String, Double> shares = new TreeMap<>();
                for (var row : engine.engine("cancel-reasons", "every=quarter")) {
                    ended.merge(row.getOrDefault("period", ""), count(row, "ended"), Long::sum);
                    shares.merge(row.getOrDefault("period", ""), real(row, "share"), Double::sum);
                }
                assertThat(ended).isEqualTo(byPeriod(engine.engine("winback", "every=quarter"), "ended"));
                assertThat(shares.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-12)));
            }
        });
    }

    /// By period, the counts that are not 0.
    private static Map<String, Long> byPeriod(List<SequencedMap<String, String>> rows, String column) {
        Map<String, Long> counts = new TreeMap<>();
        rows.stream()
                .filter(row -> !"0".equals(row.get(column)))
                .forEach(row -> counts.put(row.getOrDefault("period", ""), count(row, column)));
        return counts;
    }

    @Test
    void the_groups_add_up_to_the_whole() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (RandomQuestion question : some.questions()) {
                    var whole = new LinkedHashMap<>(question.options());
                    whole.remove("by");
                    var split = new LinkedHashMap<>(whole);
                    split.putIfAbsent("by", question.options().getOrDefault("by", "trait:plan"));
                    assertThat(sums(question.question(), engine.both().engine(question.question(), split)))
                            .as("%s%non %s", question, some.history())
                            .isEqualTo(sums(question.question(), engine.both().engine(question.question(), whole)));
                }
            }
        });
    }

    @Test
    void a_segment_and_its_contrary_add_up_to_the_whole() {
        forAll(HISTORIES, Case::of, some -> {
            var random = new Random(some.history().events().size());
            var around = LocalDate.ofEpochDay(some.history().events().getFirst().timeMillis() / 86_400_000);
            try (var engine = new EngineOn(some.history(), 0)) {
                for (RandomQuestion question : some.questions()) {
                    for (String at : List.of("entry", "now")) {
                        Segment segment = RandomSegment.of(random, around, at.equals("now"));
                        var whole = sums(question.question(), engine.engine(question));
                        var parts = new TreeMap<String, Long>();
                        for (String half : List.of("(" + segment + ")", "not (" + segment + ")")) {
                            sums(engine, question, half, at)
                                    .forEach((key, count) -> parts.merge(key, count, Long::sum));
                        }
                        assertThat(parts)
                                .as("%s in %s at %s%non %s", question, segment, at, some.history())
                                .isEqualTo(whole);
                    }
                }
            }
        });
    }

    @Test
    void a_stricter_segment_is_never_larger_and_one_or_its_contrary_is_everybody() {
        forAll(HISTORIES, Case::of, some -> {
            var random = new Random(some.history().events().size());
            var around = LocalDate.ofEpochDay(some.history().events().getFirst().timeMillis() / 86_400_000);
            try (var engine = new EngineOn(some.history(), 0)) {
                for (RandomQuestion question : some.questions()) {
                    String at = random.nextBoolean() ? "entry" : "now";
                    String one = "(" + RandomSegment.of(random, around, at.equals("now")) + ")";
                    String other = "(" + RandomSegment.of(random, around, at.equals("now")) + ")";
                    Map<String, Long> wide = sums(engine, question, one, at);
                    sums(engine, question, one + " and " + other, at)
                            .forEach((key, count) -> assertThat(count)
                                    .as(
                                            "%s of %s in %s and %s at %s%non %s",
                                            key, question, one, other, at, some.history())
                                    .isLessThanOrEqualTo(wide.getOrDefault(key, 0L)));
                    assertThat(sums(engine, question, one + " or not " + one, at))
                            .as("%s in %s or not at %s%non %s", question, one, at, some.history())
                            .isEqualTo(sums(question.question(), engine.engine(question)));
                }
            }
        });
    }

    /// The same of a question asked of a segment.
    private static Map<String, Long> sums(EngineOn engine, RandomQuestion question, String segment, String at) {
        var options = new LinkedHashMap<>(question.options());
        options.put("segment", segment);
        options.put("segment-at", at);
        return sums(question.question(), engine.both().engine(question.question(), options));
    }

    /// By row, the group aside, and count: the sum. Zeros are left out, as groups without anybody are.
    private static Map<String, Long> sums(String question, List<SequencedMap<String, String>> rows) {
        Map<String, Long> sums = new TreeMap<>();
        for (var row : rows) {
            for (var cell : row.entrySet()) {
                boolean addsUp =
                        !(OF_SESSIONS.contains(question) && cell.getKey().equals("customers"));
                if (addsUp && Comparison.isCount(cell) && cell.getValue().matches("[1-9][0-9]*")) {
                    sums.merge(key(row) + " " + cell.getKey(), Long.valueOf(cell.getValue()), Long::sum);
                }
            }
        }
        return sums;
    }

    @Test
    void a_longer_silence_parts_fewer_sessions_and_each_belongs_to_one_period() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                long more = Long.MAX_VALUE;
                for (String idle : List.of("1s", "30m", "2h", "12h")) {
                    Map<String, Long> ofDays = totals(engine, "every=day", "idle=" + idle);
                    assertThat(ofDays).isEqualTo(totals(engine, "every=year", "idle=" + idle));
                    assertThat(ofDays.getOrDefault("sessions", 0L)).isLessThanOrEqualTo(more);
                    more = ofDays.getOrDefault("sessions", 0L);
                }
            }
        });
    }

    @Test
    void whoever_comes_to_an_event_of_a_path_goes_on_or_ends_there() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (String told : List.of("from-event=*", "from-event=Opened", "to-event=*", "to-event=Searched")) {
                    boolean isBack = told.startsWith("to");
                    var rows = engine.engine("paths", told, "steps=9", "most=1000", "idle=24h");
                    for (int step = 1; step < 9; step++) {
                        assertThat(sessions(rows, step, isBack ? "event" : "next"))
                                .as("%s after step %s%non %s", told, step, some.history())
                                .isEqualTo(sessions(rows, step + 1, isBack ? "next" : "event"));
                    }
                }
            }
        });
    }

    /// The sessions of a step by the event on one side of the move, but for those that end there.
    private static Map<String, Long> sessions(List<SequencedMap<String, String>> rows, int step, String side) {
        Map<String, Long> sums = new TreeMap<>();
        for (var row : rows) {
            String event = row.getOrDefault(side, "");
            if (count(row, "step") == step && !event.equals("-")) {
                sums.merge(event, count(row, "sessions"), Long::sum);
            }
        }
        return sums;
    }

    /// The sums of what is counted by session, over all periods.
    private static Map<String, Long> totals(EngineOn engine, String... options) {
        Map<String, Long> totals = new TreeMap<>();
        for (var row : engine.engine("sessions", options)) {
            for (String column : List.of("sessions", "bounces")) {
                totals.merge(column, count(row, column), Long::sum);
            }
        }
        return totals;
    }

    @Test
    void every_share_lies_within_zero_to_one_and_in_its_interval() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (RandomQuestion question : some.questions()) {
                    for (var row : engine.engine(question)) {
                        if (row.containsKey("low") && !"-".equals(row.get("value"))) {
                            double value = real(row, "value");
                            assertThat(value).as("%s: %s", question, row).isBetween(0.0, 1.0);
                            boolean isBounded = !question.question().equals("return-curve")
                                    || !"-".equals(row.get("low")); // at 0 and 1 a survival curve has no interval
                            if ("complete".equals(row.get("state")) && isBounded) {
                                assertThat(real(row, "low")).isBetween(0.0, value);
                                assertThat(real(row, "high")).isBetween(value, 1.0);
                            }
                        }
                    }
                }
            }
        });
    }

    @Test
    void usage_churn_is_what_the_lives_by_use_say() {
        forAll(HISTORIES, Case::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (int silence : List.of(1, 7, 30)) {
                    for (var row : engine.engine("churn", "every=day", "inactive-after=" + silence)) {
                        long day =
                                LocalDate.parse(row.getOrDefault("period", "")).toEpochDay();
                        assertThat(List.of(count(row, "at_start"), count(row, "churned")))
                                .as("%s, silent for %s%non %s", row, silence, some.history())
                                .isEqualTo(churn(engine, silence, day));
                    }
                }
            }
        });
    }

    /// How many have a life by use on a day's start, and how many of them none on the next day's.
    private static List<Long> churn(EngineOn engine, int silence, long day) {
        long there = 0;
        long gone = 0;
        for (Shard shard : engine.both().history(Unit.USER).shards()) {
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

    static long count(Map<String, String> row, String column) {
        return Long.parseLong(row.getOrDefault(column, ""));
    }

    private static double real(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    private static Map<String, Long> byKey(List<SequencedMap<String, String>> rows, String count) {
        Map<String, Long> counts = new TreeMap<>();
        for (var row : rows) {
            if (!"-".equals(row.get(count)) && !"0".equals(row.get(count)) && !"all".equals(row.get("cohort"))) {
                counts.put(key(row), count(row, count));
            }
        }
        return counts;
    }

    private static String key(Map<String, String> row) {
        return Comparison.KEYS.stream()
                .filter(key -> !key.equals("group"))
                .sorted()
                .map(key -> row.getOrDefault(key, ""))
                .collect(Collectors.joining(" "));
    }
}
