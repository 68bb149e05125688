package perennial.app.show;

import java.util.List;
import java.util.stream.Collectors;

/// Numbers as lengths: a bar beside each row, or one line of columns.
public final class Bars {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final String COLUMNS = "▁▂▃▄▅▆▇█";

    private Bars() {}

    /// A bar whose whole length stands for `most`; more than nothing is at least a hair.
    static String bar(double number, double most, int width) {
        if (!(most > 0) || !(number > 0)) {
            return "";
        }
        int eighths = Math.max(1, (int) Math.round(Math.min(1, number / most) * width * 8));
        return "█".repeat(eighths / 8) + (eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1));
    }

    /// A bar of something that is not yet over.
    static String openBar(double number, double most, int width) {
        return "░".repeat(bar(number, most, width).length());
    }

    /// One column per number, from nothing to the greatest.
    public static String sparkline(List<Long> numbers) {
        long most = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
        return numbers.stream()
                .map(number -> String.valueOf(COLUMNS.charAt(
                        most <= 0
                                ? 0
                                : (int) Math.round(Math.max(0, number) / (double) most * (COLUMNS.length() - 1)))))
                .collect(Collectors.joining());
    }
}
