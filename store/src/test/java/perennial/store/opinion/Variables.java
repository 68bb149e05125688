package perennial.store.opinion;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import perennial.core.event.Role;
import perennial.core.question.Options;
import perennial.core.selection.Selection;
import perennial.core.workspace.Settings;

/// The options of a question as the SQL variables that its files read. Every value is bound, none joined in.
final class Variables {
    private final Connection connection;
    private final Settings settings;
    private final String question;
    private final Map<String, String> options;

    Variables(Connection connection, Settings settings, String question, Map<String, String> options) {
        this.connection = connection;
        this.settings = settings;
        this.question = question;
        this.options = options;
    }

    /// The file that answers.
    String file() {
        return switch (question) {
            case "churn" -> "churn-" + basis();
            case "winback" -> "winback-" + option("reading", "cohort");
            default -> question;
        };
    }

    /// The files that find what is asked of: lives, or sessions.
    List<String> foundations() {
        return asksLives()
                ? List.of("lives-" + basis(), "life-groups")
                : asksSessions() ? List.of("sessions-of-owners") : List.of();
    }

    private boolean asksSessions() {
        return List.of("sessions", "traffic", "paths").contains(question);
    }

    /// Questions about lives ask them of customers.
    private boolean asksLives() {
        return List.of("winback", "return-curve", "cancel-reasons").contains(question)
                || question.equals("churn") && basis().equals("contract");
    }

    /// When a segment is judged: `entry`, `now`, or the instant given.
    String segmentAt() {
        boolean countsEntries = asksLives() || List.of("retention", "funnel").contains(question);
        return option("segment-at", countsEntries ? "entry" : "now");
    }

    /// Some options as one text, with their defaults.
    String key(String... names) {
        return Arrays.stream(names)
                .map(name -> name + "=" + option(name, byDefault(name)) + ";")
                .collect(Collectors.joining());
    }

    /// Selections that a question does not read mean nothing.
    private String byDefault(String name) {
        boolean isRetention = question.equals("retention");
        return switch (name) {
            case "unit" -> unit();
            case "event" -> isRetention ? "" : "*";
            case "start", "return" -> isRetention ? "*" : "";
            case "from-event" -> question.equals("paths") && !options.containsKey("to-event") ? "*" : "";
            default -> "";
        };
    }

    /// Everything that does not depend on whose events are visible.
    void set() throws SQLException {
        set("zone", settings.zone().getId());
        set("week_start", settings.weekStart().getValue());
        set("every", every());
        set("unit", option("unit", unit()));
        set("as_of", options.containsKey("as-of") ? instant(option("as-of", "")) : endOfNewestDay());
        set("known_at", options.containsKey("known-at") ? instant(option("known-at", "")) : null);
        set("sign_up_names", SelectionJson.list(settings.names(Role.SIGN_UP)));
        set("passive", SelectionJson.list(settings.names(Role.PASSIVE)));
        set("start_names", SelectionJson.list(settings.names(Role.LIFE_START)));
        set("end_names", SelectionJson.list(settings.names(Role.LIFE_END)));
        set("purchase_names", SelectionJson.list(settings.names(Role.PURCHASE)));
        set("refund_names", SelectionJson.list(settings.names(Role.REFUND)));
        set("currency", settings.currency().getCurrencyCode());
        for (String selection : List.of("event", "start", "return", "feature", "from-event", "to-event")) {
            String text = option(selection, byDefault(selection));
            set(selection, text.isEmpty() ? "[]" : SelectionJson.of(text));
        }
        set("rolling", options.containsKey("rolling") ? days("rolling", "") : null);
        set("inactive_after", days("inactive-after", "30"));
        set(
                "within",
                question.equals("funnel") ? null : days("within", question.equals("return-curve") ? "365" : "90"));
        setSessions();
        setGroups();
        setRetention();
        setFunnel();
        setAtRisk();
    }

    private void setSessions() throws SQLException {
        set("move_count", Integer.valueOf(option("steps", "5")));
        set("most", Integer.valueOf(option("most", "20")));
        set("idle_ms", Options.duration(option("idle", "30m")).toMillis());
        set("view_names", SelectionJson.list(settings.names(Role.VIEW)));
        set(
                "key_names",
                SelectionJson.list(Stream.of(Role.PURCHASE, Role.SIGN_UP, Role.LIFE_START)
                        .flatMap(role -> settings.names(role).stream())
                        .toList()));
    }

    void setRange() throws SQLException {
        set("range_from", options.containsKey("from") ? instant(option("from", "")) : null);
        set("range_until", options.containsKey("until") ? instant(option("until", "")) : null);
        if (question.equals("frequency") && !options.containsKey("from")) {
            setLastPeriods();
        }
    }

    /// The last periods that are over at the end of the range and at as_of.
    private void setLastPeriods() throws SQLException {
        int usual = Map.of("day", 28, "week", 12, "month", 12, "quarter", 8).getOrDefault(every(), 5);
        for (String bound : List.of("range_until", "range_from")) {
            try (var statement = connection.prepareStatement("""
                SELECT instant_of(period_plus(period_start(local_of(least(
                    coalesce(getvariable('range_until')::BIGINT, getvariable('as_of')),
                    getvariable('as_of')))), ?))\
                """)) {
                statement.setInt(1, bound.equals("range_from") ? -usual : 0);
                set(bound, number(statement));
            }
        }
    }

    private void setGroups() throws SQLException {
        String by = option("by", "");
        String[] parts = by.split(":", 2);
        set("by_kind", by.isEmpty() ? "" : parts[0]);
        set("by_name", by.isEmpty() ? "none" : parts[1]);
    }

    private void setRetention() throws SQLException {
        String rule = option("rule", "on");
        boolean isBracket = rule.startsWith("bracket:");
        set("entry", option("entry", "first"));
        set("rule", isBracket ? "bracket" : rule);
        set("brackets", isBracket ? brackets(rule.substring("bracket:".length())) : "[]");
        set("column_limit", options.containsKey("periods") ? Integer.valueOf(option("periods", "")) : null);
        set(
                "most_columns",
                switch (every()) {
                    case "hour", "month" -> 24;
                    case "day" -> 30;
                    case "week" -> 52;
                    case "quarter" -> 12;
                    default -> 10;
                });
        set("min_events", Integer.parseInt(option("min-events", "1")));
        boolean isOwn = option("window", "calendar").equals("24h");
        if (isOwn && List.of("quarter", "year").contains(every())) {
            throw new IllegalArgumentException("Own windows need hour, day, week or month");
        }
        set("own_windows", isOwn);
        set(
                "window_ms",
                3_600_000L
                        * switch (every()) {
                            case "hour" -> 1;
                            case "week" -> 7 * 24;
                            case "month" -> 30 * 24;
                            default -> 24;
                        });
    }

    private void setAtRisk() throws SQLException {
        set("least_rhythm", Double.valueOf(option("least-rhythm", "3")));
        set("customer_limit", Integer.valueOf(option("limit", "100")));
        set("purchases", SelectionJson.list(settings.names(Role.PURCHASE)));
        set("refunds", SelectionJson.list(settings.names(Role.REFUND)));
        set("currency", settings.currency().getCurrencyCode());
    }

    private void setFunnel() throws SQLException {
        List<String> steps =
                option("step", "").lines().filter(step -> !step.isBlank()).toList();
        set("steps", steps.stream().map(SelectionJson::of).toList().toString());
        set("step_order", option("order", "ordered"));
        set("step_count", steps.size());
        set(
                "step_names",
                SelectionJson.list(IntStream.rangeClosed(1, steps.size())
                        .mapToObj(step -> option("order", "").equals("any")
                                ? "any " + step + " of " + steps.size()
                                : Selection.parse(steps.get(step - 1)).toString())
                        .toList()));
        set("includes_young", option("include-young", "false").equals("true"));
        set("within_ms", question.equals("funnel") ? millis(option("within", "7d")) : null);
    }

    private static long millis(String duration) {
        long number = Long.parseLong(duration.substring(0, duration.length() - 1));
        return number
                * switch (duration.charAt(duration.length() - 1)) {
                    case 's' -> 1_000;
                    case 'm' -> 60_000;
                    case 'h' -> 3_600_000;
                    default -> 86_400_000;
                };
    }

    private static String brackets(String text) {
        List<String> pairs = new ArrayList<>();
        for (String bracket : text.split(",")) {
            pairs.add(Arrays.toString(Arrays.stream(bracket.strip().split("-"))
                    .mapToInt(Integer::parseInt)
                    .toArray()));
        }
        return pairs.toString();
    }

    private String basis() {
        return option("basis", question.equals("churn") ? "usage" : "contract");
    }

    private String unit() {
        if (asksSessions() && !question.equals("paths")) {
            return "visitor";
        }
        return asksLives() ? "customer" : "user";
    }

    private String every() {
        return option(
                "every",
                switch (question) {
                    case "active-users", "frequency", "return-curve" -> "day";
                    case "lifecycle", "retention", "sessions" -> "week";
                    default -> "month";
                });
    }

    private String option(String name, String byDefault) {
        return options.getOrDefault(name, byDefault);
    }

    private int days(String name, String byDefault) {
        return Integer.parseInt(option(name, byDefault).replace("d", ""));
    }

    /// Milliseconds of a local date, a local time or an instant.
    private long instant(String text) throws SQLException {
        String sql = text.endsWith("Z") ? "SELECT epoch_ms(?::TIMESTAMPTZ)" : "SELECT instant_of(?::TIMESTAMP)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            return number(statement);
        }
    }

    private long endOfNewestDay() throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT instant_of((local_of(max(time_ms))::DATE + 1)::TIMESTAMP) FROM events")) {
            return number(statement);
        }
    }

    private static long number(java.sql.PreparedStatement statement) throws SQLException {
        try (var result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /// Names are this class's own words; values are bound.
    private void set(String name, @Nullable Object value) throws SQLException {
        try (var statement = connection.prepareStatement("SET VARIABLE \"" + name + "\" = ?")) {
            statement.setObject(1, value);
            statement.execute();
        }
    }
}
