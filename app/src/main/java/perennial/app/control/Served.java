package perennial.app.control;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The command line's end: a workspace that a server owns.
public final class Served {
    private final Path workspace;
    private final SocketChannel server;

    private Served(Path workspace, SocketChannel server) {
        this.workspace = workspace;
        this.server = server;
    }

    static Path socket(Path workspace) {
        return workspace.resolve("perennial.control");
    }

    /// The server on a workspace, if there is one that listens.
    public static Optional<Served> at(Path workspace) {
        Path socket = socket(workspace);
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Served(workspace, SocketChannel.open(UnixDomainSocketAddress.of(socket))));
        } catch (IOException e) {
            return Optional.empty(); // left behind by a server that was killed, or not for this user
        }
    }

    /// Has the server run a command, prints what it prints, and returns the exit code.
    public int run(Order order, PrintWriter out, PrintWriter err) {
        try (server) {
            var to = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(server)));
            var from = new DataInputStream(new BufferedInputStream(Channels.newInputStream(server)));
            order.write(to);
            to.flush();
            while (true) {
                switch (Frame.read(from)) {
                    case Frame.Out(String text) -> print(text, out);
                    case Frame.Err(String text) -> print(text, err);
                    case Frame.Exit(int code) -> {
                        return code;
                    }
                }
            }
        } catch (IOException e) {
            err.println("The server on workspace " + workspace + " stopped before the command was done. What it had"
                    + " committed stays; look at it before you do it again.");
            return 1;
        }
    }

    private static void print(String text, PrintWriter to) {
        to.print(text);
        to.flush();
    }
}
