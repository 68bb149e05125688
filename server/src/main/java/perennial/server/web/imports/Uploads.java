package perennial.server.web.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.imports.Upload.Failed;
import perennial.server.web.imports.Upload.Stage;
import perennial.store.PrivateDirectory;
import perennial.store.StoreFailure;
import perennial.store.access.Actor;
import perennial.store.access.Deed;
import perennial.store.access.Secret;
import perennial.store.imports.BadPlan;
import perennial.store.imports.EventImport;
import perennial.store.imports.Glance;
import perennial.store.imports.ImportPlan;
import perennial.store.imports.ImportSummary;

/// The files that people uploaded, each in a folder of its own in `uploads/` of the workspace, and the imports of them,
/// one at a time. Nothing of it outlives the server: an import that is cut off leaves nothing, and so do the files.
@Component
public final class Uploads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final long STANDARD_BYTES = 4L << 30;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 80;
    private static final int ID_LENGTH = 12;

    private final LiveWorkspace live;
    private final Path folder;
    private final long mostBytes;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final ScheduledExecutorService importing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("imports").factory());

    @Autowired
    Uploads(LiveWorkspace live) {
        this(live, live.workspace().directory().resolve("uploads"), STANDARD_BYTES);
    }

    /// @param mostBytes that a file may have
    Uploads(LiveWorkspace live, Path folder, long mostBytes) {
        this.live = live;
        this.folder = folder;
        this.mostBytes = mostBytes;
        empty();
        importing.scheduleWithFixedDelay(
                () -> forgetBefore(live.clock().instant().minus(KEPT)), 1, 1, TimeUnit.HOURS);
        live.onErasure(() -> forgetBefore(Instant.MAX)); // whoever is erased may be in them
    }

    /// What a server before this one left behind.
    private void empty() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw StoreFailure.of("emptying " + folder, e);
        }
    }

    long mostBytes() {
        return mostBytes;
    }

    /// How large a file may be, for reading.
    public String largest() {
        return Sizes.text(mostBytes);
    }

    /// Those there are, the newest first.
    List<Upload> all() {
        return uploads.values().stream()
                .sorted(Comparator.comparing(Upload::received).reversed().thenComparing(Upload::id))
                .toList();
    }

    Optional<Upload> find(String id) {
        return Optional.ofNullable(uploads.get(id));
    }

    /// Keeps a file as it comes, and looks at its beginning.
    ///
    /// @param given its name, whatever that is
    /// @throws BadUpload if it is too large, also for the disk, or nothing that can be imported; nothing is kept
    /// @throws IOException if it stops to come
    Upload receive(String given, InputStream content) throws IOException {
        String id = Secret.make().text().substring(0, ID_LENGTH);
        Path file = folder.resolve(id).resolve(plain(given));
        boolean isKept = false;
        try {
            PrivateDirectory.make(file.getParent());
            long bytes = Files.copy(new Limited(content, mostBytes), file);
            var upload = new Upload(
                    id, file, bytes, live.clock().instant(), glance(file), new Stage.Waiting(Optional.empty()));
            uploads.put(id, upload);
            isKept = true;
            return upload;
        } catch (IOException fault) {
            if (StoreFailure.isFull(fault)) {
                throw new BadUpload("The disk is full, so nothing of the file was kept. Free some space on the server's"
                        + " machine, then upload it again.");
            }
            throw fault;
        } finally {
            if (!isKept) {
                delete(file);
            }
        }
    }

    private static Glance glance(Path file) {
        try {
            return Glance.at(file);
        } catch (StoreFailure | BadPlan fault) {
            throw new BadUpload(String.valueOf(fault.getMessage())
                    .replace(file.toString(), file.getFileName().toString()));
        }
    }

    /// The last part of a name, of letters that mean nothing to a file system or a database.
    static String plain(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^A-Za-z0-9 ._()-]", "_").strip().replaceFirst("^\\.+", "");
        String end = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
        return end.isBlank() ? "upload" : end;
    }

    /// Imports a file when those before it are done.
    ///
    /// @return whether it waited for that; else somebody was quicker
    boolean start(Upload upload, ImportPlan plan, Choices choices, Actor actor) {
        var waiting = new Stage.Running("waiting for its turn", 0, upload.bytes(), 0);
        if (!(upload.stage() instanceof Stage.Waiting) || !uploads.replace(upload.id(), upload, upload.at(waiting))) {
            return false;
        }
        importing.execute(() -> run(upload, plan, choices, actor));
        return true;
    }

    private void run(Upload upload, ImportPlan plan, Choices choices, Actor actor) {
        try {
            ImportSummary summary = EventImport.run(
                    live.workspace(),
                    plan,
                    (step, done, total, rows) -> set(upload, new Stage.Running(step, done, total, rows)));
            stored(upload, summary, actor);
        } catch (StoreFailure | BadPlan fault) {
            failed(upload, choices, upload.told(fault));
        } catch (RuntimeException bug) {
            LOG.error("An import was not done", bug);
            failed(upload, choices, "This is a bug in Perennial; the log of the server has the details.");
        }
    }

    private void failed(Upload upload, Choices choices, String sentence) {
        set(upload, new Stage.Waiting(Optional.of(new Failed(choices, sentence))));
    }

    /// What comes after can fail without taking back that it is stored.
    private void stored(Upload upload, ImportSummary summary, Actor actor) {
        set(upload, new Stage.Running("counting it in", upload.bytes(), upload.bytes(), summary.rows()));
        try {
            live.people().audit().add(actor, Deed.IMPORTED, upload.name() + " as import " + summary.run());
            live.catchUp();
            delete(upload.file());
        } catch (StoreFailure | IOException later) {
            LOG.warn("After import {}: {}", summary.run(), later.getMessage());
        }
        set(upload, new Stage.Done(summary));
    }

    private void set(Upload upload, Stage stage) {
        uploads.replace(upload.id(), upload.at(stage));
    }

    /// Forgets a file that is not being imported.
    void discard(Upload upload) throws IOException {
        if (!(upload.stage() instanceof Stage.Running) && uploads.remove(upload.id(), upload)) {
            delete(upload.file());
        }
    }

    private void forgetBefore(Instant before) {
        Collection<Upload> old =
                all().stream().filter(each -> each.received().isBefore(before)).toList();
        for (Upload each : old) {
            try {
                discard(each);
            } catch (IOException e) {
                LOG.warn("The uploaded file {} cannot be deleted", each.id(), e);
            }
        }
    }

    private static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.getParent());
    }

    /// Ends the import that runs: nothing of it is stored.
    @Override
    public void close() {
        importing.shutdownNow();
        try {
            importing.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        empty();
    }

    /// Reads no more than is allowed.
    private static final class Limited extends FilterInputStream {
        private final long most;
        private long left;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
            left = most;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            return counted(read, read);
        }

        private int counted(int result, int bytes) {
            left -= Math.max(0, result < 0 ? 0 : bytes);
            if (left < 0) {
                throw tooLarge(most);
            }
            return result;
        }
    }

    static BadUpload tooLarge(long most) {
        return new BadUpload("The file is larger than " + Sizes.text(most)
                + ", so nothing of it was kept. Pack it with gzip, or import it on the server's machine with: perennial"
                + " import FILE");
    }
}
