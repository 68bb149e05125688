package perennial.store.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static perennial.core.random.ForAll.forAll;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import perennial.core.random.RandomSegment;
import perennial.core.segment.Segment;

/// What must add up in answers of the engine, whatever the history.
class SumLawsTest {
    private static final int HISTORIES = Integer.getInteger("perennial.histories", 4);

    @Test
    void the_lifecycle_adds_up() {
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (String every : List.of("day", "week", "month", "year")) {
                    var rows = engine.engine("lifecycle", "every=" + every);
                    for (int i = 0; i < rows.size(); i++) {
                        var row = rows.get(i);
                        assertThat(Rows.count(row, "active"))
                                .isEqualTo(Rows.count(row, "new")
                                        + Rows.count(row, "returning")
                                        + Rows.count(row, "reactivated"));
                        long before = i == 0 ? 0 : Rows.count(rows.get(i - 1), "active");
                        assertThat(Rows.count(row, "dormant")).isEqualTo(before - Rows.count(row, "returning"));
                    }
                    assertThat(Rows.byKey(rows, "active"))
                            .isEqualTo(Rows.byKey(engine.engine("active-users", "every=" + every), "customers"));
                }
            }
        });
    }

    @Test
    void the_new_of_all_periods_add_up_to_the_total() {
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (String every : List.of("day", "week", "quarter")) {
                    long total = 0;
                    for (var row : engine.engine("acquisition", "every=" + every)) {
                        total += Rows.count(row, "new");
                        assertThat(Rows.count(row, "total"))
                                .as("%s, %s", row, some.history())
                                .isEqualTo(total);
                    }
                }
            }
        });
    }

    @Test
    void who_is_active_so_often_adds_up_to_who_is_active_and_to_the_days_they_were() {
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (var month : engine.engine("stickiness", "every=month")) {
                    if (!"-".equals(month.get("mau"))) {
                        LocalDate first = LocalDate.parse(month.getOrDefault("period", ""));
                        long people = 0;
                        long days = 0;
                        for (var row : engine.engine("frequency", "from=" + first, "until=" + first.plusMonths(1))) {
                            people += Rows.count(row, "customers");
                            days += Rows.count(row, "customers") * Rows.count(row, "periods");
                        }
                        assertThat(people).as("%s, %s", month, some.history()).isEqualTo(Rows.count(month, "mau"));
                        if ("complete".equals(month.get("state"))) {
                            assertThat(Rows.real(month, "dau")).isEqualTo((double) days / first.lengthOfMonth());
                        }
                    }
                }
            }
        });
    }

    @Test
    void the_reasons_of_a_period_add_up_to_its_ends_and_to_one() {
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                Map<String, Long> ended = new TreeMap<>();
                Map<String, Double> shares = new TreeMap<>();
                for (var row : engine.engine("cancel-reasons", "every=quarter")) {
                    ended.merge(row.getOrDefault("period", ""), Rows.count(row, "ended"), Long::sum);
                    shares.merge(row.getOrDefault("period", ""), Rows.real(row, "share"), Double::sum);
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
                .forEach(row -> counts.put(row.getOrDefault("period", ""), Rows.count(row, column)));
        return counts;
    }

    @Test
    void the_groups_add_up_to_the_whole() {
        forAll(HISTORIES, RandomCase::of, some -> {
            try (var engine = new EngineOn(some.history(), 0)) {
                for (RandomQuestion question : some.questions()) {
                    var whole = new LinkedHashMap<>(question.options());
                    whole.remove("by");
                    var split = new LinkedHashMap<>(whole);
                    split.putIfAbsent("by", question.options().getOrDefault("by", "trait:plan"));
                    assertThat(Rows.sums(question.question(), engine.both().engine(question.question(), split)))
                            .as("%s%non %s", question, some.history())
                            .isEqualTo(
                                    Rows.sums(question.question(), engine.both().engine(question.question(), whole)));
                }
            }
        });
    }

    @Test
    void a_segment_and_its_contrary_add_up_to_the_whole() {
        forAll(HISTORIES, RandomCase::of, some -> {
            var random = new Random(some.history().events().size());
            var around = LocalDate.ofEpochDay(some.history().events().getFirst().timeMillis() / 86_400_000);
            try (var engine = new EngineOn(some.history(), 0)) {
                for (RandomQuestion question : some.questions()) {
                    for (String at : List.of("entry", "now")) {
                        Segment segment = RandomSegment.of(random, around, at.equals("now"));
                        var whole = Rows.sums(question.question(), engine.engine(question));
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
        forAll(HISTORIES, RandomCase::of, some -> {
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
                            .isEqualTo(Rows.sums(question.question(), engine.engine(question)));
                }
            }
        });
    }

    /// The same of a question asked of a segment.
    private static Map<String, Long> sums(EngineOn engine, RandomQuestion question, String segment, String at) {
        var options = new LinkedHashMap<>(question.options());
        options.put("segment", segment);
        options.put("segment-at", at);
        return Rows.sums(question.question(), engine.both().engine(question.question(), options));
    }

    @Test
    void a_longer_silence_parts_fewer_sessions_and_each_belongs_to_one_period() {
        forAll(HISTORIES, RandomCase::of, some -> {
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
        forAll(HISTORIES, RandomCase::of, some -> {
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
            if (Rows.count(row, "step") == step && !event.equals("-")) {
                sums.merge(event, Rows.count(row, "sessions"), Long::sum);
            }
        }
        return sums;
    }

    /// The sums of what is counted by session, over all periods.
    private static Map<String, Long> totals(EngineOn engine, String... options) {
        Map<String, Long> totals = new TreeMap<>();
        for (var row : engine.engine("sessions", options)) {
            for (String column : List.of("sessions", "bounces")) {
                totals.merge(column, Rows.count(row, column), Long::sum);
            }
        }
        return totals;
    }
}
