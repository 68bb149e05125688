package perennial.app.show;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.core.answer.Rows;
import perennial.core.question.Asked;

/// An answer for reading: what was asked, the picture that fits the names of its cells, and the rules in plain words.
public record TerminalAnswer(Asked asked, Screen screen) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /// The whole answer, ending with a line break.
    public String text() {
        var lines = new ArrayList<String>(Text.wrap(Text.plain(title()), screen.width(), 2));
        lines.add("");
        lines.addAll(picture());
        if (!asked.rules().isEmpty() || !asked.notes().isEmpty()) {
            lines.add("");
            Stream.of(asked.rules(), asked.notes())
                    .flatMap(List::stream)
                    .forEach(rule -> lines.addAll(Text.wrap("- " + Text.plain(rule), screen.width(), 2)));
        }
        return String.join("\n", lines) + "\n";
    }

    /// The rows alone: a heat map for cohorts, some days of a curve, else a table.
    public List<String> picture() {
        var rows = new Rows(asked.rows());
        if (rows.rows().isEmpty()) {
            return List.of("Nothing to show: no rows in this range.");
        }
        if (Curve.fits(rows)) {
            return new Curve(rows, screen).lines();
        }
        return HeatMap.fits(rows) ? new HeatMap(rows, screen).lines() : new RowTable(rows, screen).lines();
    }

    private String title() {
        String parameters = asked.parameters().entrySet().stream()
                .flatMap(given -> given.getValue().stream()
                        .map(value -> ", " + given.getKey().name() + " " + value))
                .collect(Collectors.joining());
        return asked.question() + parameters + " (as of "
                + MINUTES.format(asked.asOf().atZone(asked.zone())) + " " + asked.zone() + ")";
    }
}
