package perennial.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import perennial.server.ingest.Fault.Kind;
import perennial.store.imports.Refused;
import perennial.store.json.Json;
import perennial.store.json.JsonError;

/// The text of a request, unpacked by looking at its bytes: clients pack and wrap without saying so.
///
/// Gzip is told by its first bytes, a form by `data=`, base64 in it by what it holds; the rest is JSON or lines of
/// JSON.
record Body(String text, boolean isForm) {
    /// As sent, and unpacked.
    static final int MOST_BYTES = 20 << 20;

    private static final int SHOWN = 80;

    static Body of(HttpServletRequest request) throws Fault {
        try {
            return of(limited(request.getInputStream(), "The body"));
        } catch (IOException e) {
            throw new Fault(Kind.UNREADABLE, "The body could not be read to its end; send it again");
        }
    }

    static Body of(byte[] bytes) throws Fault {
        String text = text(unpacked(bytes));
        String start = text.stripLeading();
        boolean isJson = start.startsWith("{") || start.startsWith("[");
        if (!isJson && start.contains("data=")) {
            return new Body(wrapped(Form.of(start.strip()).first("data")), true);
        }
        return isJson || start.isEmpty() ? new Body(text, false) : new Body(wrapped(start.strip()), false);
    }

    /// A value that stands in a form or an address, mostly as base64.
    static String wrapped(String value) throws Fault {
        String start = value.strip();
        if (start.isEmpty() || start.startsWith("{") || start.startsWith("[")) {
            return value;
        }
        try {
            String letters = start.replace(' ', '+').replace('-', '+').replace('_', '/');
            return text(unpacked(Base64.getMimeDecoder().decode(letters)));
        } catch (IllegalArgumentException e) {
            throw new Fault(Kind.UNREADABLE, "The data is neither JSON nor base64 of JSON: " + shown(value));
        }
    }

    private static byte[] unpacked(byte[] bytes) throws Fault {
        boolean isGzip = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        if (!isGzip) {
            return bytes;
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return limited(gzip, "The unpacked body");
        } catch (IOException e) {
            throw new Fault(Kind.UNREADABLE, "The body begins like gzip but cannot be unpacked; send it again");
        }
    }

    private static byte[] limited(InputStream in, String what) throws IOException, Fault {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Fault(
                    Kind.TOO_LARGE, what + " has more than " + MOST_BYTES + " bytes; send it in smaller pieces");
        }
        return bytes;
    }

    private static String text(byte[] bytes) throws Fault {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Fault(Kind.UNREADABLE, "The body is not written in UTF-8");
        }
    }

    /// The values it holds: one, or one a line.
    List<Json> values() throws Fault {
        try {
            return List.of(Json.parse(text));
        } catch (JsonError whole) {
            List<Json> values = new ArrayList<>();
            for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
                try {
                    values.add(Json.parse(line));
                } catch (JsonError e) {
                    throw new Fault(
                            Kind.UNREADABLE, "The body is " + whole.getMessage() + "; it begins with " + shown(text));
                }
            }
            if (values.isEmpty()) {
                throw new Fault(Kind.UNREADABLE, "The body is empty");
            }
            return values;
        }
    }

    /// The object it is.
    Json.Object object() throws Fault {
        if (values().getFirst() instanceof Json.Object object) {
            return object;
        }
        throw new Fault(Kind.UNREADABLE, "The body is no JSON object; it begins with " + shown(text));
    }

    private static String shown(String text) {
        return "\"" + Refused.shown(text.substring(0, Math.min(SHOWN, text.length()))) + "\"";
    }
}
