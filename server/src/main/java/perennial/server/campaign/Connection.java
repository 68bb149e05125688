package perennial.server.campaign;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Connects to the host of an address, for one request.
///
/// The name is looked up once, and what is judged is what is connected to: a name that leads elsewhere a moment later
/// leads nowhere.
///
/// @param resolver tells the addresses of a name
/// @param trusting knows whose certificates are trusted
record Connection(Resolver resolver, SSLSocketFactory trusting, Duration timeOut) {
    private static final String HTTPS = "https";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /// Looks names up.
    interface Resolver {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /// Connects, and for https makes sure that it is the host; no byte of a request has left then.
    ///
    /// @param isPrivate whether it may lie in a private network
    /// @throws IOException if none of its addresses could be connected to
    Socket open(URI url, boolean isPrivate) throws IOException {
        String host = host(url);
        List<InetAddress> allowed = Arrays.stream(resolver.of(host))
                .filter(each -> isPrivate || PublicInternet.has(each))
                .toList();
        if (allowed.isEmpty()) {
            throw new IOException(host + " lies in a private network; allow that for the webhook if it is meant");
        }
        IOException last = new IOException("no address");
        for (InetAddress each : allowed) {
            try {
                return open(url, host, each);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private Socket open(URI url, String host, InetAddress address) throws IOException {
        var socket = new Socket();
        boolean isOpen = false;
        try {
            int millis = Math.toIntExact(timeOut.toMillis());
            socket.connect(new InetSocketAddress(address, port(url)), millis);
            socket.setSoTimeout(millis);
            socket.setTcpNoDelay(true);
            Socket open = HTTPS.equals(url.getScheme()) ? secured(socket, host, port(url)) : socket;
            isOpen = true;
            return open;
        } finally {
            if (!isOpen) {
                socket.close();
            }
        }
    }

    private Socket secured(Socket socket, String host, int port) throws IOException {
        var secured = (SSLSocket) trusting.createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : HTTPS.equals(url.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    /// Without the brackets of IPv6.
    private static String host(URI url) {
        return url.getHost().replaceAll("[\\[\\]]", "");
    }
}
