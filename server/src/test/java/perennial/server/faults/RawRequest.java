package perennial.server.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A request byte by byte, as no client that keeps to HTTP would send it.
///
/// @param headers lines, without those that end the body
record RawRequest(String method, String target, List<String> headers, byte[] body) {
    private static final int PATIENCE_MS = 60_000;

    /// All that comes back until the connection ends; empty if it ends without an answer.
    String sent(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            var back = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(bytes());
                socket.shutdownOutput();
                socket.getInputStream().transferTo(back);
            } catch (SocketException hungUp) {
                // what came back before counts
            }
            return back.toString(StandardCharsets.UTF_8);
        }
    }

    private byte[] bytes() {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(each -> head.append(each).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(700, text.length()));
    }
}
