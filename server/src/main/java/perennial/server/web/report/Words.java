package perennial.server.web.report;

import java.util.Map;

/// The words of pages for the names that programs use: options, their values, and columns.
final class Words {
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("unit", "Of"),
            Map.entry("start", "who first did"),
            Map.entry("event", "who did"),
            Map.entry("feature", "who used"),
            Map.entry("step", "who did"),
            Map.entry("every", "in each"),
            Map.entry("from", "from"),
            Map.entry("until", "until"),
            Map.entry("return", "and came back to do"),
            Map.entry("rule", "in the period"),
            Map.entry("segment", "for"),
            Map.entry("segment-at", "judged"),
            Map.entry("by", "split by"),
            Map.entry("compare", "compared with"),
            Map.entry("entry", "counting the"),
            Map.entry("periods", "for so many periods"),
            Map.entry("min-events", "at least so many times"),
            Map.entry("window", "in periods of"),
            Map.entry("rolling", "over the last days"),
            Map.entry("basis", "by"),
            Map.entry("inactive-after", "silent for"),
            Map.entry("reading", "read by"),
            Map.entry("within", "within"),
            Map.entry("order", "steps"),
            Map.entry("include-young", "with those whose time is not over"),
            Map.entry("least-rhythm", "silent for so many of their own gaps"),
            Map.entry("limit", "at most"),
            Map.entry("idle", "a new session after"),
            Map.entry("as-of", "judged as of"),
            Map.entry("known-at", "with events received by"),
            Map.entry("after", "after"),
            Map.entry("before", "before"),
            Map.entry("steps", "for so many steps"),
            Map.entry("most", "with so many rows a step"));

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("unit=visitor", "visitors"),
            Map.entry("unit=user", "users"),
            Map.entry("unit=customer", "customers who pay"),
            Map.entry("rule=on", "itself"),
            Map.entry("rule=on-or-after", "itself or any later one"),
            Map.entry("entry=first", "first time in the range"),
            Map.entry("entry=first-ever", "first time ever"),
            Map.entry("entry=recurring", "first time in each period"),
            Map.entry("window=calendar", "the calendar"),
            Map.entry("window=24h", "their own, 24 hours each"),
            Map.entry("basis=usage", "silence"),
            Map.entry("basis=contract", "contract"),
            Map.entry("reading=cohort", "when they left"),
            Map.entry("reading=period", "when they came back"),
            Map.entry("reading=ratio", "returns beside ends"),
            Map.entry("order=ordered", "in this order"),
            Map.entry("order=strict", "in this order, nothing between"),
            Map.entry("order=any", "in any order"),
            Map.entry("segment-at=entry", "when they entered"),
            Map.entry("segment-at=now", "as they are now"),
            Map.entry("compare=before", "the periods before"));

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("value", "Share"),
            Map.entry("n", "Period"),
            Map.entry("at_start", "There at the start"),
            Map.entry("churned", "Left"),
            Map.entry("dormant", "Went quiet"),
            Map.entry("reactivated", "Came back"),
            Map.entry("won_back", "Came back"),
            Map.entry("ended", "Left"),
            Map.entry("mature", "Time is over"),
            Map.entry("lapsed", "Gone at the start"),
            Map.entry("group", "Group"),
            Map.entry("dau", "Active on an average day"),
            Map.entry("mau", "Active"),
            Map.entry("from_previous", "Of the step before"),
            Map.entry("mean_seconds", "Mean time"),
            Map.entry("median_seconds", "Median time"),
            Map.entry("silent_days", "Silent"),
            Map.entry("usual_gap", "Usual gap"),
            Map.entry("rhythm", "Of the usual gap"));

    private Words() {}

    /// What stands before the field of an option in a sentence.
    static String option(String name) {
        return OPTIONS.getOrDefault(name, name.replace('-', ' '));
    }

    /// A value to choose.
    static String value(String option, String value) {
        return VALUES.getOrDefault(option + "=" + value, value.replace('-', ' '));
    }

    /// The head of a column.
    static String heading(String column) {
        String words = COLUMNS.getOrDefault(column, column.replace('_', ' '));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
