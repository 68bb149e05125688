package perennial.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of text measured in the columns that a terminal gives it.
public final class Text {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]");

    private Text() {}

    /// How many columns the text takes: two for a wide letter (Chinese, Japanese, Korean, most pictographs), none for a
    /// mark that joins the letter before it.
    static int width(String text) {
        return text.codePoints().map(Text::width).sum();
    }

    private static int width(int letter) {
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(letter) ? 2 : 1;
    }

    private static boolean isWide(int letter) {
        return letter >= 0x1100
                && (letter <= 0x115f
                        || letter >= 0x2e80 && letter <= 0xa4cf
                        || letter >= 0xac00 && letter <= 0xd7a3
                        || letter >= 0xf900 && letter <= 0xfaff
                        || letter >= 0xfe30 && letter <= 0xfe6f
                        || letter >= 0xff00 && letter <= 0xff60
                        || letter >= 0xffe0 && letter <= 0xffe6
                        || letter >= 0x1f300 && letter <= 0x1faff
                        || letter >= 0x20000 && letter <= 0x3fffd);
    }

    /// The text without control characters: one in a name must not move the cursor or change colours.
    static String plain(String text) {
        return text.codePoints().noneMatch(Character::isISOControl)
                ? text
                : text.replaceAll("\\p{Cntrl}|[\\x{80}-\\x{9f}]", "\ufffd");
    }

    /// The text on one line: control characters as JSON writes them, such as `\n`.
    public static String oneLine(String text) {
        return CONTROL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "\n" -> "\\n";
                            case "\r" -> "\\r";
                            case "\t" -> "\\t";
                            default ->
                                String.format("\\u%04x", (int) found.group().charAt(0));
                        }));
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /// At most `width` columns of the text; an ellipsis stands for what was cut.
    static String clip(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        var kept = new StringBuilder();
        int used = 0;
        for (int letter : text.codePoints().toArray()) {
            used += width(letter);
            if (used > width - 1) {
                break;
            }
            kept.appendCodePoint(letter);
        }
        return kept.append('…').toString();
    }

    /// The whole text in lines of at most `width` columns, broken between words where it can be, else within one.
    static List<String> broken(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int letter : text.codePoints().toArray()) {
            if (width(line.toString()) + width(letter) > width) {
                int space = line.lastIndexOf(" ");
                String rest = space < 0 || letter == ' ' ? "" : line.substring(space + 1);
                lines.add(line.substring(0, line.length() - rest.length()).stripTrailing());
                line = new StringBuilder(rest);
            }
            if (letter != ' ' || !line.isEmpty() || lines.isEmpty()) {
                line.appendCodePoint(letter);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /// The text in lines of at most `width` columns, broken between words; later lines begin with `indent` spaces.
    static List<String> wrap(String text, int width, int indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.toString().isBlank() && width(line.toString()) + 1 + width(word) > width) {
                lines.add(clip(line.toString(), width));
                line = new StringBuilder(" ".repeat(indent)).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(clip(line.toString(), width));
        return lines;
    }
}
