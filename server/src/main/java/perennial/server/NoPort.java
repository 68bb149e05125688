package perennial.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/// A port that cannot be opened; the message says why and what to do.
public final class NoPort extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoPort(InetAddress address, int port, IOException cause) {
        super(
                "Port " + port + " of " + address.getHostAddress() + " cannot be opened: " + cause.getMessage() + ". "
                        + (isHere(address)
                                ? "Choose another port, or end the program that has this one."
                                : "Choose an address of this machine, such as 127.0.0.1 for itself alone or 0.0.0.0 for all."),
                cause);
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
