package perennial.store.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import perennial.core.workspace.Settings;
import perennial.store.StoreFailure;
import perennial.store.Workspace;

/// A process of its own that imports a file in small chunks. Says `open` when it owns the workspace and waits for a
/// line on standard input; says `read N` at the N-th batch; ends with code 0 and `done`, or 1 and the sentence.
final class ImportingProcess {
    static final int CHUNK = 4_000;

    private ImportingProcess() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Path file = Path.of(arguments[1]);
        try (var workspace = Workspace.openOrCreate(directory, Settings.standard("test"), Imported.NOON)) {
            System.out.println("open");
            System.in.read();
            var batches = new AtomicInteger();
            EventImport.run(
                    workspace,
                    ImportPlan.of(List.of(file), mapping()),
                    (step, done, total, rows) -> System.out.println("read " + batches.incrementAndGet()),
                    CHUNK);
            System.out.println("done");
        } catch (StoreFailure e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    static Mapping mapping() {
        return new Imported.MappingOf()
                .messageId("id")
                .properties("n:number")
                .traits("plan:text")
                .mapping();
    }
}
