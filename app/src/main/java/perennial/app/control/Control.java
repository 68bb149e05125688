package perennial.app.control;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import perennial.store.StoreFailure;

/// The server's end: listens at a socket in the workspace, `perennial.control`, which opens to whoever may write the
/// database too, and to nobody over the network. Each command runs in a thread of its own.
///
/// A command whose asker is gone, or that still runs when the server stops, is interrupted: an import leaves nothing
/// then, as when its own process ends.
public final class Control implements AutoCloseable {
    /// What every system allows.
    private static final int LONGEST = 103;

    private final Path socket;
    private final ServerSocketChannel listener;
    private final Runner runner;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final Thread accepting;

    /// Runs a command line and returns its exit code.
    @FunctionalInterface
    public interface Runner {
        int run(Order order, PrintWriter out, PrintWriter err);
    }

    private Control(Path socket, ServerSocketChannel listener, Runner runner) {
        this.socket = socket;
        this.listener = listener;
        this.runner = runner;
        accepting = Thread.ofPlatform().name("control").start(this::accept);
    }

    /// Listens from now on.
    ///
    /// @param workspace directory of the workspace, owned by this process
    public static Control open(Path workspace, Runner runner) {
        Path socket = Served.socket(workspace).toAbsolutePath();
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new StoreFailure("The path of workspace " + workspace + " is too long for the socket " + socket
                    + ", by which commands reach the server: it may have " + LONGEST
                    + " bytes. Move the workspace, or name it by a shorter symbolic link.");
        }
        try {
            Files.deleteIfExists(socket); // left behind by a server that was killed
            var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(socket));
            if (Files.getFileAttributeView(socket, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            }
            return new Control(socket, listener, runner);
        } catch (IOException e) {
            throw StoreFailure.of("opening " + socket + " for the command line", e);
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel asker = listener.accept();
                Thread.ofPlatform().name("command").start(() -> serve(asker));
            }
        } catch (IOException e) {
            // closed: no more commands
        }
    }

    private void serve(SocketChannel asker) {
        running.add(Thread.currentThread());
        try (asker) {
            var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(asker)));
            var out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(asker)));
            Order order = Order.read(in);
            Thread command = Thread.currentThread();
            Thread.ofVirtual().start(() -> interruptWhenGone(in, command));
            try (PrintWriter printed = Frame.writer(out, Frame.OUT);
                    PrintWriter errors = Frame.writer(out, Frame.ERR)) {
                int code = runner.run(order, printed, errors);
                printed.flush();
                errors.flush();
                Frame.exit(out, code);
            }
        } catch (IOException e) {
            // the asker is gone
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    /// An asker says nothing more: what can be read is the end.
    private void interruptWhenGone(InputStream in, Thread command) {
        try {
            in.read();
        } catch (IOException e) {
            // gone as well
        }
        if (running.contains(command)) {
            command.interrupt();
        }
    }

    /// Ends what runs and listens no longer.
    @Override
    public void close() {
        try {
            listener.close();
            Files.deleteIfExists(socket);
            accepting.join();
            for (Thread command : running) {
                command.interrupt();
                command.join();
            }
        } catch (IOException e) {
            throw StoreFailure.of("closing " + socket, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
