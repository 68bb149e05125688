package perennial.server.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;

/// A file that pages load.
final class Asset {
    /// The kinds of files there are.
    enum Type {
        JS("text/javascript; charset=utf-8", true),
        CSS("text/css; charset=utf-8", true),
        SVG("image/svg+xml", true),
        WOFF2("font/woff2", false);

        private final String header;
        private final boolean isPacked;

        Type(String header, boolean isPacked) {
            this.header = header;
            this.isPacked = isPacked;
        }

        /// The type by the ending of a name.
        static Type of(String name) {
            return Arrays.stream(values())
                    .filter(type -> name.endsWith("." + type.name().toLowerCase(java.util.Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "web/" + name + " is of no known type; add it to " + Type.class.getName()));
        }

        String header() {
            return header;
        }

        /// Whether it becomes smaller when packed.
        boolean isPacked() {
            return isPacked;
        }
    }

    private final Type type;
    private final String address;
    private final byte[] bytes;
    private final AtomicReference<byte[]> packed = new AtomicReference<>(new byte[0]);

    Asset(Type type, String address, byte[] bytes) {
        this.type = type;
        this.address = address;
        this.bytes = bytes;
    }

    Type type() {
        return type;
    }

    String address() {
        return address;
    }

    byte[] bytes() {
        return bytes;
    }

    /// The same, packed with gzip: made when somebody first asks.
    byte[] packed() {
        return packed.updateAndGet(known -> known.length > 0 ? known : gzip(bytes));
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return out.toByteArray();
    }
}
