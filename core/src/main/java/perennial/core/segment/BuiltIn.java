package perennial.core.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The segments every workspace has. All but the last part those who ever bought, by the recency and the frequency of
/// their purchases, so that each is in exactly one.
public enum BuiltIn {
    CHAMPIONS("champions", "rfm recency = 5 and rfm frequency in (4, 5)", "Buy often, and did lately."),
    LOYAL("loyal", "rfm recency in (3, 4) and rfm frequency in (4, 5)", "Buy often, the last time a while ago."),
    PROMISING(
            "promising",
            "rfm recency in (4, 5) and rfm frequency in (2, 3)",
            "Bought lately, and not for the first time."),
    NEW_BUYERS("new buyers", "rfm recency in (4, 5) and rfm frequency = 1", "Bought lately, and hardly ever before."),
    NEED_ATTENTION(
            "need attention", "rfm recency = 3 and rfm frequency = 3", "In the middle by both; may go either way."),
    ABOUT_TO_SLEEP("about to sleep", "rfm recency = 3 and rfm frequency in (1, 2)", "Bought seldom, and not lately."),
    AT_RISK("at risk", "rfm recency in (1, 2) and rfm frequency in (3, 4)", "Used to buy, but not for long."),
    CANNOT_LOSE(
            "cannot lose",
            "rfm recency in (1, 2) and rfm frequency = 5",
            "Were among those who buy most often, and stopped."),
    HIBERNATING("hibernating", "rfm recency = 2 and rfm frequency in (1, 2)", "Bought seldom, long ago."),
    LOST("lost", "rfm recency = 1 and rfm frequency in (1, 2)", "Bought seldom, longest ago."),
    BIG_SPENDERS("big spenders", "rfm monetary = 5", "Spent most, whenever it was.");

    private final String title;
    private final Segment segment;
    private final String meaning;

    BuiltIn(String title, String expression, String meaning) {
        this.title = title;
        this.segment = Segment.parse(expression);
        this.meaning = meaning;
    }

    /// The built-in segment under a name, in any case.
    public static Optional<BuiltIn> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.title.equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /// The names of all.
    public static List<String> names() {
        return Arrays.stream(values()).map(BuiltIn::title).toList();
    }

    /// The name it goes by.
    public String title() {
        return title;
    }

    public Segment segment() {
        return segment;
    }

    /// Who is in it, in one sentence.
    public String meaning() {
        return meaning;
    }
}
