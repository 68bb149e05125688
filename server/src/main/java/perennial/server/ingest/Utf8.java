package perennial.server.ingest;

import java.nio.charset.StandardCharsets;

/// Text from UTF-8, also where each half of a surrogate pair stands as three bytes of its own: so a client for browsers
/// writes what lies beyond the first 65,536 characters, such as emoji. UTF-8 itself has no such bytes.
final class Utf8 {
    private static final int PAIR_BYTES = 6;

    private Utf8() {}

    /// The text; what cannot be read becomes `�`.
    static String text(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        int from = 0;
        for (int at = 0; at + PAIR_BYTES <= bytes.length; at++) {
            if (isHalf(bytes, at, 0xA0) && isHalf(bytes, at + 3, 0xB0)) {
                text.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
                text.append((char) half(bytes, at)).append((char) half(bytes, at + 3));
                from = at + PAIR_BYTES;
                at = from - 1;
            }
        }
        return text.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8))
                .toString();
    }

    private static boolean isHalf(byte[] bytes, int at, int first) {
        return (bytes[at] & 0xFF) == 0xED && (bytes[at + 1] & 0xF0) == first && (bytes[at + 2] & 0xC0) == 0x80;
    }

    private static int half(byte[] bytes, int at) {
        return (bytes[at] & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F;
    }
}
