package perennial.server.web.imports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import perennial.store.imports.Glance;
import perennial.store.imports.ImportSummary;

/// A file that somebody uploaded.
///
/// @param id in its address
/// @param file where it lies until it is imported or discarded
/// @param glance what it seems to be
record Upload(String id, Path file, long bytes, Instant received, Glance glance, Stage stage) {
    /// An option of the command line.
    private static final Pattern OPTION = Pattern.compile("--([a-z]+(?:-[a-z]+)*)");

    /// How far it has come.
    sealed interface Stage {
        /// It waits for somebody to say how to read it.
        ///
        /// @param tried how it was said before, if that failed
        record Waiting(Optional<Failed> tried) implements Stage {}

        /// It is being imported.
        record Running(String step, long done, long total, long rows) implements Stage {}

        /// It was imported; the file is gone.
        record Done(ImportSummary summary) implements Stage {}
    }

    /// An import of which nothing was stored.
    record Failed(Choices choices, String sentence) {}

    Upload at(Stage next) {
        return new Upload(id, file, bytes, received, glance, next);
    }

    /// As it was called where it came from, without what might mean something to a file system.
    String name() {
        return file.getFileName().toString();
    }

    /// A sentence of the store about the file, in the words of a page.
    String told(RuntimeException fault) {
        return inWords(String.valueOf(fault.getMessage()).replace(file.toString(), name()));
    }

    /// What is an option on the command line is a field here.
    static String inWords(String sentence) {
        return OPTION.matcher(sentence).replaceAll(option -> option.group(1).replace('-', ' '));
    }

    boolean isDone() {
        return stage instanceof Stage.Done;
    }

    /// How far it has come, in words.
    String state() {
        return switch (stage) {
            case Stage.Waiting(var tried) ->
                tried.isPresent() ? "not imported: look why" : "waits for you to say how to read it";
            case Stage.Running running -> running.step();
            case Stage.Done _ -> "imported";
        };
    }

    String address() {
        return UploadPages.HERE + "/" + id;
    }
}
