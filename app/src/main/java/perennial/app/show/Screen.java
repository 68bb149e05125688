package perennial.app.show;

import java.util.List;

/// Where a picture is drawn: how many characters wide, and whether colours show there.
public record Screen(int width, boolean colours) {
    /// Narrower than this nothing readable fits; such a screen is taken to be this wide.
    private static final int LEAST_WIDTH = 20;

    public Screen {
        width = Math.max(LEAST_WIDTH, width);
    }

    /// The text in one of the 256 colours, if there are colours.
    String coloured(String text, int colour) {
        return colours && !text.isBlank() ? "\u001b[38;5;" + colour + "m" + text + "\u001b[0m" : text;
    }

    /// The text on one of the 256 colours, in dark or light letters, if there are colours.
    String on(String text, int background, boolean light) {
        return colours ? "\u001b[48;5;" + background + ";38;5;" + (light ? 231 : 16) + "m" + text + "\u001b[0m" : text;
    }

    /// The text in lines that fit.
    public List<String> wrap(String text) {
        return Text.wrap(text, width, 0);
    }

    /// The text in bold, if there are colours; a heading stands out by a line under it otherwise.
    public String emphasised(String text) {
        return colours ? "\u001b[1m" + text + "\u001b[0m" : text + "\n" + "─".repeat(Text.width(text));
    }
}
