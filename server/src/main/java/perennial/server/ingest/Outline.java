package perennial.server.ingest;

import perennial.server.ingest.Fault.Kind;
import perennial.store.json.JsonError;
import perennial.store.json.JsonText;

/// How JSON is built, seen in one pass without making anything of it: so what holds too much is known before it costs
/// the memory.
///
/// The list of calls is the whole, or any list that is a field of the whole. Of text that is no JSON it sees what
/// can be told by signs alone; lines end texts, so that one broken line hides nothing of the next.
final class Outline {
    /// Far more than the largest request of any client has.
    static final int MOST_VALUES = 2_000_000;

    private static final int NONE = -1;

    private final String text;
    private final Limits limits;
    private final Items to;
    private int values = 1;
    private int depth;
    private boolean isObject;
    private int listDepth = NONE;
    private int from;
    private int items;

    /// Is told where each item of a list of calls lies.
    interface Items {
        void item(int from, int until);
    }

    private Outline(String text, Limits limits, Items to) {
        this.text = text;
        this.limits = limits;
        this.to = to;
    }

    /// How many values there are.
    ///
    /// @throws Fault if there are too many, or too many calls
    static int values(String text, Limits limits) throws Fault {
        return values(text, limits, (_, _) -> {});
    }

    /// The same, also saying where the calls lie.
    static int values(String text, Limits limits, Items to) throws Fault {
        var outline = new Outline(text, limits, to);
        outline.look();
        return outline.values;
    }

    /// The text with those of its calls that are no JSON as texts, so that they cost themselves alone.
    static String mended(String text, Limits limits) throws Fault {
        var mended = new StringBuilder();
        int[] done = {0};
        values(text, limits, (from, until) -> {
            String call = text.substring(from, until);
            if (!isJson(call)) {
                mended.append(text, done[0], from).append(JsonText.quote(call.strip()));
                done[0] = until;
            }
        });
        return mended.append(text, done[0], text.length()).toString();
    }

    private static boolean isJson(String text) {
        try {
            WellFormed.parse(text);
            return true;
        } catch (JsonError e) {
            return false;
        }
    }

    private void look() throws Fault {
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"' -> at = end(at + 1);
                case '[', '{' -> open(at);
                case ']', '}' -> close(at);
                case ',' -> {
                    count();
                    if (depth == listDepth) {
                        item(at);
                    }
                }
                default -> {} // makes no structure
            }
        }
    }

    /// Where a text ends that begins here.
    private int end(int begin) {
        int at = begin;
        while (at < text.length()) { // most of a body is texts: each sign is read once
            char sign = text.charAt(at);
            if (sign == '"' || sign == '\n') {
                return at;
            }
            boolean isEscape = sign == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n';
            at += isEscape ? 2 : 1;
        }
        return at;
    }

    private void open(int at) throws Fault {
        count();
        boolean isList = text.charAt(at) == '[';
        isObject = depth == 0 ? !isList : isObject;
        depth++;
        if (isList && (depth == 1 || depth == 2 && isObject)) {
            listDepth = depth;
            from = at + 1;
            items = 0;
        }
    }

    private void close(int at) throws Fault {
        if (depth == listDepth) {
            if (items > 0 || !text.substring(from, at).isBlank()) {
                item(at);
            }
            listDepth = NONE;
        }
        depth = Math.max(0, depth - 1);
    }

    private void item(int until) throws Fault {
        to.item(from, until);
        from = until + 1;
        items++;
        if (items > limits.events()) {
            throw limits.tooMany("more than " + limits.events());
        }
    }

    private void count() throws Fault {
        values++;
        if (values > MOST_VALUES) {
            throw new Fault(
                    Kind.TOO_LARGE,
                    "The request holds more than " + MOST_VALUES + " values; send it in smaller pieces");
        }
    }
}
