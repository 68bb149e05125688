package perennial.app.show;

import java.nio.file.Path;
import perennial.store.imports.ImportSummary;
import perennial.store.imports.Preview;
import perennial.store.imports.Reason;
import perennial.store.imports.Reject;

/// What an import says at its end, and what a dry run shows.
public final class ImportReport {
    private static final String NO_ROWS =
            "There are no rows below the header. Is it the right file, and was it written to its end?";

    private ImportReport() {}

    /// Every row read, accounted for; lines about nothing are left out.
    public static String of(ImportSummary summary, Path workspace, Program program) {
        var text = new StringBuilder("Import " + summary.run() + "\n");
        line(text, summary.rows(), "rows read");
        if (summary.rows() == 0) {
            text.append(NO_ROWS).append('\n');
        }
        line(text, summary.stored(), "events stored");
        if (summary.facts() > 0) {
            line(text, summary.facts(), "facts about ids and traits");
        }
        if (summary.duplicates() > 0) {
            line(text, summary.duplicates(), "duplicates, stored before");
        }
        if (summary.filtered() > 0) {
            line(text, summary.filtered(), "left out by --where");
        }
        if (summary.conflicts() > 0) {
            line(text, summary.conflicts(), "refused: conflicting_duplicate");
        }
        summary.refusedBy()
                .forEach((reason, count) -> line(
                        text,
                        count,
                        reason == Reason.ERASED ? "of erased people, not kept" : "refused: " + reason.code()));
        long erased = summary.refusedBy().getOrDefault(Reason.ERASED, 0L);
        if (summary.refused() + summary.conflicts() > erased) {
            String run = String.valueOf(summary.run());
            text.append("See each refused row with: ")
                    .append(program.command("rejects", "--workspace", workspace.toString(), "--run", run))
                    .append('\n');
        }
        return text.toString();
    }

    /// The first rows, each one JSON object behind its place.
    public static String of(Preview preview) {
        var text = new StringBuilder();
        preview.lines().forEach(line -> text.append(line.file() + ":" + line.line() + " " + line.stored() + "\n"));
        for (Reject reject : preview.refused()) {
            text.append(reject.file() + ":" + reject.line() + " refused, " + reject.reason() + ": " + reject.message()
                    + "\n");
        }
        text.append(
                "A dry run: nothing was written. Rows shown: " + preview.lines().size());
        if (preview.filtered() > 0) {
            text.append("; left out before them by --where: ").append(Numbers.whole(preview.filtered()));
        }
        text.append(".\n");
        if (preview.lines().isEmpty() && preview.refused().isEmpty() && preview.filtered() == 0) {
            text.append(NO_ROWS).append('\n');
        }
        return text.toString();
    }

    private static void line(StringBuilder text, long count, String what) {
        text.append(String.format("%12s  %s%n", Numbers.whole(count), what));
    }
}
