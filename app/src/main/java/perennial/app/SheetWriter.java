package perennial.app;

import java.io.PrintWriter;
import perennial.app.show.Screen;
import perennial.app.show.SheetTable;
import perennial.store.answer.Sheet;

/// Writes a sheet the way that was asked for.
record SheetWriter(WrittenFormat format, Screen screen, PrintWriter out) {

    /// @param nothing is said in place of a table without lines
    void write(Sheet<?> sheet, String nothing) {
        if (format.isJson()) {
            sheet.writeJson(out);
        } else if (format.isCsv()) {
            sheet.writeCsv(out);
        } else if (sheet.things().isEmpty()) {
            out.println(nothing);
        } else {
            new SheetTable<>(sheet).print(screen, out);
        }
    }
}
