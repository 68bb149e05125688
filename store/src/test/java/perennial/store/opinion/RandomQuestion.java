package perennial.store.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import perennial.core.random.RandomSegment;
import perennial.core.random.RawHistory;
import perennial.core.segment.Segment;

/// A question of the catalogue with options by chance: every option of each, alone and together.
record RandomQuestion(String question, Map<String, String> options) {
    private static final Pattern LIVES = Pattern.compile("in a life|life ended|won back");

    static RandomQuestion of(Random random, RawHistory history) {
        return new Writer(random, history).write();
    }

    /// The same question asked of a segment: judged when the question usually does, at each entry, now, or as of a
    /// date.
    RandomQuestion ofSegment(Random random, RawHistory history) {
        var all = new LinkedHashMap<>(options);
        LocalDate around = LocalDate.parse(new Writer(random, history).date(0));
        switch (random.nextInt(4)) {
            case 0 -> all.put("segment-at", "entry");
            case 1 -> all.put("segment-at", "now");
            case 2 -> all.computeIfAbsent("segment-at", at -> all.containsKey("as-of") ? "now" : around.toString());
            default -> {} // as usual
        }
        boolean isOfOneInstant = !all.getOrDefault("segment-at", "entry").equals("entry");
        all.put("segment", "(" + segment(random, around, isOfOneInstant) + ")");
        return new RandomQuestion(question, all);
    }

    /// The SQL knows lives as of one instant alone, and scores are of one instant only.
    private static Segment segment(Random random, LocalDate around, boolean isOfOneInstant) {
        return Stream.generate(() -> RandomSegment.of(random, around, isOfOneInstant))
                .filter(segment ->
                        isOfOneInstant || !LIVES.matcher(segment.toString()).find())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        var text = new StringBuilder("perennial ask " + question);
        options.forEach((name, value) ->
                text.append(" --").append(name).append(" '").append(value).append('\''));
        return text.toString();
    }

    private static final class Writer {
        private static final List<String> SELECTIONS = List.of(
                "*",
                "Opened",
                "Email Sent",
                "Opened | Order Completed",
                "Order Completed[value > 1.5]",
                "Order Completed[value <= 2, category = shoes] | Searched",
                "*[plan exists]",
                "*[plan = 7]",
                "*[category in (hats, 7)]",
                "*[category starts-with sh]",
                "*[not category = shoes]",
                "Order Completed[value > 2 or category = hats, not plan exists]",
                "*[not (category = hats or plan in (7, free)) or value <= 1] | Searched[plan not contains r]",
                "Never Happened");

        private final Random random;
        private final RawHistory history;
        private final Map<String, String> options = new LinkedHashMap<>();

        Writer(Random random, RawHistory history) {
            this.random = random;
            this.history = history;
        }

        RandomQuestion write() {
            String question = one(
                    "active-users",
                    "acquisition",
                    "lifecycle",
                    "stickiness",
                    "frequency",
                    "adoption",
                    "retention",
                    "retention",
                    "retention",
                    "inactivity",
                    "reactivation",
                    "churn",
                    "churn",
                    "winback",
                    "winback",
                    "winback",
                    "funnel",
                    "funnel",
                    "funnel",
                    "sessions",
                    "sessions",
                    "traffic",
                    "paths",
                    "paths",
                    "cancel-reasons",
                    "return-curve",
                    "at-risk");
            common();
            switch (question) {
                case "active-users" -> {
                    periods("hour");
                    sometimes(2, "event", selection());
                    if (!"hour".equals(options.get("every"))) {
                        sometimes(2, "rolling", one("1", "7d", "28"));
                    }
                }
                case "acquisition" -> periods("hour");
                case "lifecycle" -> {
                    periods("hour");
                    sometimes(2, "event", selection());
                }
                case "stickiness" -> {
                    sometimes(1, "every", one("week", "month"));
                    sometimes(2, "event", selection());
                }
                case "frequency" -> {
                    periods("day");
                    sometimes(2, "event", selection());
                    sometimes(3, "min-events", one("1", "2", "3"));
                }
                case "adoption" -> {
                    periods("day");
                    options.put("feature", selection());
                }
                case "retention" -> retention();
                case "inactivity" -> options.keySet().removeAll(List.of("from", "until"));
                case "reactivation" -> {
                    periods("day");
                    silence();
                }
                case "churn" -> {
                    periods("day");
                    basis("usage");
                }
                case "funnel" -> funnel();
                case "sessions", "traffic" -> {
                    periods("hour");
                    sometimes(2, "idle", one("10s", "30m", "12h", "24h"));
                }
                case "paths" -> {
                    sometimes(2, one("from-event", "to-event"), selection());
                    sometimes(2, "steps", one("1", "2", "20"));
                    sometimes(2, "idle", one("10s", "12h", "24h"));
                    options.put("most", "1000"); // with all rows the groups add up to the whole
                }
                case "cancel-reasons" -> {
                    periods("day");
                    sometimes(2, "within", one("1d", "10d", "365d"));
                }
                case "return-curve" -> {
                    basis("contract");
                    sometimes(2, "within", one("3d", "30d", "700d"));
                }
                case "at-risk" -> {
                    sometimes(1, "least-rhythm", one("0.1", "0.5", "1", "2.5"));
                    sometimes(2, "inactive-after", one("3", "20d", "90"));
                    sometimes(3, "limit", one("1", "2"));
                }
                default -> winback();
            }
            return new RandomQuestion(question, Collections.unmodifiableMap(options));
        }

        private void common() {
            sometimes(3, "unit", one("visitor", "user", "customer"));
            sometimes(3, "by", one("trait:plan", "property:plan", "property:category", "property:subscription"));
            sometimes(3, "as-of", instant());
            sometimes(8, "known-at", instant());
            if (random.nextInt(3) == 0) {
                options.put("from", date(0));
            }
            if (random.nextInt(4) == 0) {
                options.put("until", date(random.nextInt(90)));
                if (options.containsKey("from") && options.get("from").compareTo(options.get("until")) > 0) {
                    options.remove("from");
                }
                if (!options.containsKey("from")) {
                    options.put("from", "1980-01-01".compareTo(options.get("until")) > 0 ? "1970-01-01" : firstDate());
                }
                if (options.get("from").compareTo(options.get("until")) > 0) {
                    options.remove("until");
                }
            }
        }

        private void retention() {
            periods("hour");
            sometimes(2, "start", selection());
            sometimes(2, "return", selection());
            sometimes(3, "periods", one("0", "1", "3", "9"));
            sometimes(2, "entry", one("first", "first-ever", "recurring"));
            sometimes(2, "rule", one("on", "on-or-after", "bracket:0-0,1-2,3-6", "bracket:1-7", "bracket:2-2,40-50"));
            sometimes(3, "min-events", one("1", "2", "3"));
            sometimes(3, "window", "24h");
            if (options.containsKey("window")
                    && List.of("quarter", "year").contains(options.getOrDefault("every", "week"))) {
                options.remove("window");
            }
        }

        private void winback() {
            periods("day");
            sometimes(1, "reading", one("cohort", "period", "ratio"));
            basis("contract");
            if (options.getOrDefault("reading", "cohort").equals("cohort")) {
                sometimes(2, "within", one("1d", "10d", "365d"));
            }
        }

        private void funnel() {
            int steps = 2 + random.nextInt(3);
            List<String> names = new ArrayList<>();
            for (int step = 0; step < steps; step++) {
                names.add(random.nextBoolean() ? one("*", "Opened", "Searched") : selection());
            }
            options.put("step", String.join("\n", names));
            sometimes(1, "order", one("ordered", "strict", "any"));
            sometimes(2, "within", one("1s", "90m", "30h", "20d", "400d"));
            sometimes(4, "include-young", "true");
        }

        private void basis(String byDefault) {
            sometimes(2, "basis", one("usage", "contract"));
            if (options.getOrDefault("basis", byDefault).equals("usage")) {
                silence();
            }
        }

        private void silence() {
            sometimes(2, "inactive-after", one("1", "7d", "40", "90d"));
        }

        /// Hours only over a few days: more would take the SQL too long.
        private void periods(String shortest) {
            if (shortest.equals("hour") && random.nextInt(5) == 0) {
                options.put("every", "hour");
                options.put("from", date(0));
                options.put(
                        "until",
                        LocalDate.parse(options.get("from"))
                                .plusDays(1 + random.nextInt(2))
                                .toString());
            } else {
                sometimes(1, "every", one("day", "week", "month", "quarter", "year"));
            }
        }

        private String selection() {
            return SELECTIONS.get(random.nextInt(SELECTIONS.size()));
        }

        private String firstDate() {
            return history.events().stream()
                    .map(event -> local(event.timeMillis()).toLocalDate().toString())
                    .min(String::compareTo)
                    .orElseThrow();
        }

        /// The date of an event, or some days later.
        private String date(int later) {
            return local(someTime()).toLocalDate().plusDays(later).toString();
        }

        private String instant() {
            return switch (random.nextInt(4)) {
                case 0 ->
                    Instant.ofEpochMilli(someTime() + random.nextInt(3) - 1).toString();
                case 1 -> local(someTime()).plusMinutes(random.nextInt(3000)).toString();
                default -> date(1 + random.nextInt(60));
            };
        }

        private LocalDateTime local(long millis) {
            return Instant.ofEpochMilli(millis).atZone(history.zone()).toLocalDateTime();
        }

        private long someTime() {
            return history.events().get(random.nextInt(history.events().size())).timeMillis();
        }

        private void sometimes(int oneIn, String option, String value) {
            if (random.nextInt(oneIn) == 0) {
                options.put(option, value);
            }
        }

        private String one(String... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
