package perennial.app.show;

/// The lifecycle of a period as one line: whom it lost to the left of the axis; to the right whom it won, kept and won
/// back. All lines of an answer share axis and scale.
///
/// ```
/// ░░░│██▓▓▓▓▓▓▓▓▒
/// ```
record Flow(long mostDormant, long mostActive, int width) {
    static final String LEGEND = "░ dormant  │  █ new  ▓ returning  ▒ reactivated";

    private static final int RED = 167;
    private static final int GREEN = 71;
    private static final int BLUE = 67;
    private static final int YELLOW = 179;

    /// The line of one period.
    String line(long fresh, long returning, long reactivated, long dormant, Screen screen) {
        int left = length(dormant);
        int one = length(fresh);
        int two = length(fresh + returning);
        int three = length(fresh + returning + reactivated);
        return " ".repeat(Math.max(0, length(mostDormant) - left))
                + screen.coloured("░".repeat(left), RED)
                + "│"
                + screen.coloured("█".repeat(one), GREEN)
                + screen.coloured("▓".repeat(two - one), BLUE)
                + screen.coloured("▒".repeat(three - two), YELLOW);
    }

    private int length(long people) {
        long all = Math.max(1, mostDormant + mostActive);
        return (int) (people * (width - 1) / all);
    }
}
