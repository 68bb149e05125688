package perennial.server.web.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.core.answer.Row;
import perennial.core.answer.Rows;
import perennial.core.calendar.Every;
import perennial.server.web.Figures;
import perennial.store.annotation.Annotation;

/// What happened while the periods of an answer ran. That a number follows something says nothing of why.
record Notes(Answered answer, List<Annotation> annotations) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// Whether the answer is told by periods that days fall into.
    boolean isOverTime() {
        return new Rows(answer.rows()).have("period") && answer.every() != Every.HOUR;
    }

    /// Those of the periods, the earliest first.
    List<ReportView.Note> shown() {
        if (!isOverTime()) {
            return List.of();
        }
        List<LocalDate> starts = answer.rows().stream()
                .map(row -> LocalDate.parse(Rows.key(row, "period")))
                .distinct()
                .toList();
        List<ReportView.Note> notes = new ArrayList<>();
        for (Annotation annotation : annotations) {
            place(annotation.day(), starts)
                    .ifPresent(at -> notes.add(new ReportView.Note(
                            String.valueOf(LETTERS.charAt(notes.size() % LETTERS.length())),
                            at,
                            annotation.id(),
                            Figures.date(annotation.day()),
                            annotation.kind().toString(),
                            annotation.text())));
        }
        return notes;
    }

    private Optional<Double> place(LocalDate day, List<LocalDate> starts) {
        for (int i = 0; i < starts.size(); i++) {
            LocalDate start = starts.get(i);
            LocalDate end = end(start);
            if (!day.isBefore(start) && day.isBefore(end)) {
                return Optional.of(
                        i + (double) ChronoUnit.DAYS.between(start, day) / ChronoUnit.DAYS.between(start, end));
            }
        }
        return Optional.empty();
    }

    private LocalDate end(LocalDate start) {
        return answer.every().plus(start.atStartOfDay(), 1).toLocalDate();
    }

    /// What a clear change of the number follows: the last that happened in its period or the one before.
    String sentence() {
        if (!isOverTime() || answer.isSplit()) {
            return "";
        }
        return answer.last("value")
                .flatMap(row -> answer.before("value")
                        .filter(before -> isClear(row, before))
                        .flatMap(before -> last(Rows.key(before, "period"), Rows.key(row, "period"))))
                .map(note ->
                        " This follows the " + (note.kind() == Annotation.Kind.OTHER ? "note" : note.kind()) + " of "
                                + Figures.date(note.day()) + ", “" + note.text().replace('*', '∗') + "”.")
                .orElse("");
    }

    private static boolean isClear(Row row, Row before) {
        return Answered.hasInterval(row) && Answered.hasInterval(before) && !Answered.isNoise(row, before);
    }

    private Optional<Annotation> last(String first, String last) {
        LocalDate from = LocalDate.parse(first);
        LocalDate until = end(LocalDate.parse(last));
        return annotations.stream()
                .filter(each -> !each.day().isBefore(from) && each.day().isBefore(until))
                .reduce((_, later) -> later);
    }
}
