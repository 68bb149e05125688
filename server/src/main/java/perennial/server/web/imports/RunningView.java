package perennial.server.web.imports;

import perennial.server.web.Figures;
import perennial.server.web.Page;
import perennial.server.web.imports.Upload.Stage;

/// How far an import has come.
///
/// @param done of `total`, for the bar
public record RunningView(Page page, String address, String step, long done, long total, String rows) {
    static RunningView of(Page page, Upload upload, Stage.Running running) {
        return new RunningView(
                page,
                upload.address(),
                running.step(),
                running.done(),
                Math.max(1, running.total()),
                Figures.whole(running.rows()));
    }
}
