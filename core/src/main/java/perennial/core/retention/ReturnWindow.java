package perennial.core.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The periods after entry in which a return counts: `first` to `last`, both included. One column of the answer.
public record ReturnWindow(int first, int last) {
    /// The last period of a window that never closes.
    public static final int NEVER = Integer.MAX_VALUE;

    private static final int MOST_DIGITS = 6;

    private static final Pattern BRACKET = Pattern.compile("(\\d+)-(\\d+)");

    public ReturnWindow {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException(
                    "bracket " + first + "-" + last + " must run from a period of 0 or more to one not before it");
        }
    }

    /// How a rule makes windows.
    interface Rule {
        /// The windows with a first period of at most `most`.
        List<ReturnWindow> upTo(int most);

        String words();
    }

    /// Reads `on`, `on-or-after` or `bracket:0-6,7-13`.
    static Rule rule(String text) {
        if (text.equals("on")) {
            return rule("in the period itself", n -> new ReturnWindow(n, n));
        }
        if (text.equals("on-or-after")) {
            return rule("in the period or any later one", n -> new ReturnWindow(n, NEVER));
        }
        if (!text.startsWith("bracket:")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no rule; choose on, on-or-after or brackets such as bracket:0-6,7-13");
        }
        List<ReturnWindow> windows = new ArrayList<>();
        for (String bracket : text.substring("bracket:".length()).split(",")) {
            Matcher bounds = BRACKET.matcher(bracket.strip());
            if (!bounds.matches()) {
                throw new IllegalArgumentException(
                        "\"" + bracket + "\" is no bracket; write first and last period, such as bracket:0-6,7-13");
            }
            ReturnWindow window = new ReturnWindow(period(bounds.group(1)), period(bounds.group(2)));
            if (windows.stream().anyMatch(other -> other.first == window.first)) {
                throw new IllegalArgumentException("two brackets begin with period " + window.first
                        + ", so that their rows would look alike; let each begin with another, or ask twice");
            }
            windows.add(window);
        }
        return new Rule() {
            @Override
            public List<ReturnWindow> upTo(int most) {
                return windows.stream().filter(window -> window.first <= most).toList();
            }

            @Override
            public String words() {
                return "in any period of the bracket; n is its first";
            }
        };
    }

    private static int period(String number) {
        if (number.length() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "period " + number + " is beyond the last that can be asked, " + "9".repeat(MOST_DIGITS));
        }
        return Integer.parseInt(number);
    }

    private static Rule rule(String words, java.util.function.IntFunction<ReturnWindow> window) {
        return new Rule() {
            @Override
            public List<ReturnWindow> upTo(int most) {
                List<ReturnWindow> windows = new ArrayList<>();
                for (int n = 0; n <= most; n++) {
                    windows.add(window.apply(n));
                }
                return windows;
            }

            @Override
            public String words() {
                return words;
            }
        };
    }

    /// The period that must be over before the window is judged; a window that never closes is judged as of its first.
    int judgedAfter() {
        return last == NEVER ? first : last;
    }
}
