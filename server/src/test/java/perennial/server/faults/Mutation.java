package perennial.server.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import perennial.server.TestServer;

/// Ways to spoil a body.
enum Mutation {
    NONE,
    BITS {
        @Override
        byte[] of(byte[] body, Random random) {
            byte[] spoilt = body.clone();
            for (int i = 1 + random.nextInt(20); i > 0 && spoilt.length > 0; i--) {
                spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return spoilt;
        }
    },
    CUT_SHORT {
        @Override
        byte[] of(byte[] body, Random random) {
            return Arrays.copyOf(body, random.nextInt(body.length + 1));
        }
    },
    BRACES {
        @Override
        byte[] of(byte[] body, Random random) {
            return inserted(body, random, "{}[]\",:\\".charAt(random.nextInt(8)) + "");
        }
    },
    DEEP {
        @Override
        byte[] of(byte[] body, Random random) {
            return random.nextBoolean()
                    ? valueReplaced(body, random, "[".repeat(10_000) + "]".repeat(10_000))
                    : valueReplaced(body, random, "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        }
    },
    DOUBLE_KEYS {
        @Override
        byte[] of(byte[] body, Random random) {
            String text = text(body);
            int from = text.indexOf('{') + 1;
            int until = text.lastIndexOf('}');
            return from > 0 && until > from ? bytes(text.substring(0, until) + "," + text.substring(from)) : body;
        }
    },
    NO_UTF_8 {
        @Override
        byte[] of(byte[] body, Random random) {
            return inserted(
                    body,
                    random,
                    List.of("\u00FC", "\u00C3\u0028", "\u00ED\u00A0\u0080", "\u00FF\u00FE", "\u0000")
                            .get(random.nextInt(5)));
        }
    },
    HUGE_NUMBER {
        @Override
        byte[] of(byte[] body, Random random) {
            return valueReplaced(
                    body,
                    random,
                    List.of("1e999999999", "-1e99999999999", "9".repeat(5_000), "1e-400", "-0")
                            .get(random.nextInt(5)));
        }
    },
    WRONG_TYPE {
        @Override
        byte[] of(byte[] body, Random random) {
            return valueReplaced(
                    body,
                    random,
                    List.of(
                                    "null",
                                    "true",
                                    "1",
                                    "\"x\"",
                                    "[]",
                                    "{}",
                                    "[[]]",
                                    "{\"a\":{}}",
                                    "\"\\ud800\"",
                                    "\"\\u0000\"",
                                    "\"\"")
                            .get(random.nextInt(11)));
        }
    },
    PACKED {
        @Override
        byte[] of(byte[] body, Random random) throws IOException {
            return TestServer.gzip(body);
        }
    },
    PACKED_AND_CUT_SHORT {
        @Override
        byte[] of(byte[] body, Random random) throws IOException {
            return CUT_SHORT.of(TestServer.gzip(body), random);
        }
    },
    BOMB {
        @Override
        byte[] of(byte[] body, Random random) throws IOException {
            return TestServer.gzip(new byte[40 << 20]);
        }
    },
    FORM {
        @Override
        byte[] of(byte[] body, Random random) throws IOException {
            return bytes("data=" + text(BITS.of(Base64.getEncoder().encode(body), random)));
        }
    },
    OVERSIZE {
        @Override
        byte[] of(byte[] body, Random random) {
            return valueReplaced(body, random, "\"" + "x".repeat(100_000 + random.nextInt(1 << 21)) + "\"");
        }
    };

    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"(?!\\s*:)|-?[0-9]+|true|null");

    /// The body, spoilt; itself where it cannot be in this way.
    byte[] of(byte[] body, Random random) throws IOException {
        return body;
    }

    /// Every byte a letter of its own.
    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] inserted(byte[] body, Random random, String what) {
        var spoilt = new ByteArrayOutputStream();
        int at = random.nextInt(body.length + 1);
        spoilt.write(body, 0, at);
        spoilt.writeBytes(bytes(what));
        spoilt.write(body, at, body.length - at);
        return spoilt.toByteArray();
    }

    private static byte[] valueReplaced(byte[] body, Random random, String with) {
        String text = text(body);
        long values = VALUE.matcher(text).results().count();
        if (values == 0) {
            return body;
        }
        Matcher value = VALUE.matcher(text);
        for (int skipped = random.nextInt((int) values); skipped >= 0; skipped--) {
            value.find();
        }
        return bytes(text.substring(0, value.start()) + with + text.substring(value.end()));
    }
}
