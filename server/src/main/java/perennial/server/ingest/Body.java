package perennial.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import perennial.server.ingest.Fault.Kind;
import perennial.store.imports.Refused;
import perennial.store.json.Json;
import perennial.store.json.JsonError;

/// What a request holds, unpacked by looking at its bytes: clients pack and wrap without saying so.
///
/// Gzip is told by its first bytes, a form by `data=`, base64 in it by what it holds; the rest is JSON or lines of
/// JSON. Bytes that are no UTF-8 become the sign for unknown signs, as in browsers.
///
/// @param values one, or one a line
/// @param isForm whether they came in a form or in the address
/// @param form the other fields of the form
/// @param size in characters, unpacked
record Body(List<Json> values, boolean isForm, Form form, int size) {
    static final Body NONE = new Body(List.of(), false, Form.NONE, 0);

    private static final String MARK = "\uFEFF";
    private static final int SHOWN = 80;
    private static final int PIECE = 1 << 16;

    /// @param place of the body in memory
    static Body of(HttpServletRequest request, Limits limits, BodyRoom.Place place) throws Fault {
        byte[] bytes;
        try {
            bytes = limited(request.getInputStream(), limits.requestBytes(), place, "The body");
        } catch (IOException e) {
            throw e.getCause() instanceof SocketTimeoutException
                    ? new Fault(Kind.STARVED, "The body stopped to come; send it again")
                    : new Fault(Kind.UNREADABLE, "The body could not be read to its end; send it again");
        }
        if (bytes.length > 0) {
            return of(bytes, limits, place);
        }
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return wrapped(Form.of(query).first("data"), Form.NONE, limits, place);
    }

    static Body of(byte[] bytes, Limits limits, BodyRoom.Place place) throws Fault {
        String text = text(unpacked(bytes, limits.requestBytes(), place));
        if (isJson(text)) {
            return new Body(values(text, limits, place), false, Form.NONE, text.length());
        }
        boolean isForm = text.startsWith("data=") || text.contains("&data=");
        if (isForm) {
            Form form = Form.of(text);
            return wrapped(form.first("data"), form.without("data"), limits, place);
        }
        return wrapped(text, Form.NONE, limits, place);
    }

    /// A value that stands in a form or an address, mostly as base64.
    private static Body wrapped(String value, Form form, Limits limits, BodyRoom.Place place) throws Fault {
        String text = value.strip();
        if (!isJson(text)) {
            try {
                String letters = text.replace(' ', '+').replace('-', '+').replace('_', '/');
                byte[] bytes = Base64.getMimeDecoder().decode(letters);
                text = text(unpacked(bytes, limits.requestBytes(), place));
            } catch (IllegalArgumentException e) {
                throw new Fault(Kind.UNREADABLE, "The data is neither JSON nor base64 of JSON: " + shown(value));
            }
        }
        return new Body(values(text, limits, place), true, form, text.length());
    }

    /// Without the mark that some programs put before UTF-8.
    private static String text(byte[] bytes) {
        String text = Utf8.text(bytes);
        return (text.startsWith(MARK) ? text.substring(MARK.length()) : text).strip();
    }

    private static boolean isJson(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    private static byte[] unpacked(byte[] bytes, int mostBytes, BodyRoom.Place place) throws Fault {
        boolean isGzip = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        if (!isGzip) {
            return bytes;
        }
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return limited(gzip, mostBytes, place, "The unpacked body");
        } catch (IOException e) {
            throw new Fault(Kind.UNREADABLE, "The body begins like gzip but cannot be unpacked; send it again");
        }
    }

    private static byte[] limited(InputStream in, int mostBytes, BodyRoom.Place place, String what)
            throws IOException, Fault {
        var bytes = new ByteArrayOutputStream();
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            if (bytes.size() + piece.length > mostBytes) {
                throw new Fault(
                        Kind.TOO_LARGE, what + " has more than " + mostBytes + " bytes; send it in smaller pieces");
            }
            place.grow(piece.length);
            bytes.write(piece);
        }
        return bytes.toByteArray();
    }

    private static List<Json> values(String text, Limits limits, BodyRoom.Place place) throws Fault {
        if (text.isBlank()) {
            throw new Fault(Kind.UNREADABLE, "The body is empty");
        }
        place.hold(Outline.values(text, limits));
        try {
            return List.of(WellFormed.parse(text));
        } catch (JsonError whole) {
            try {
                return List.of(WellFormed.parse(Outline.mended(text, limits)));
            } catch (JsonError still) {
                return lines(text, limits, whole);
            }
        }
    }

    /// A line that is no JSON costs itself alone: it stands as a text among the values.
    private static List<Json> lines(String text, Limits limits, JsonError whole) throws Fault {
        limits.requireFew(filled(text).limit(limits.events() + 1L).count());
        List<Json> values = new ArrayList<>();
        int broken = 0;
        for (String line : filled(text).toList()) {
            try {
                values.add(WellFormed.parse(line));
            } catch (JsonError e) {
                values.add(new Json.Text(line));
                broken++;
            }
        }
        if (broken == values.size()) {
            throw new Fault(Kind.UNREADABLE, "The body is " + whole.getMessage() + "; it begins with " + shown(text));
        }
        return values;
    }

    private static Stream<String> filled(String text) {
        return text.lines().filter(each -> !each.isBlank());
    }

    /// The object it is.
    Json.Object object() throws Fault {
        if (!values.isEmpty() && values.getFirst() instanceof Json.Object object) {
            return object;
        }
        throw new Fault(Kind.UNREADABLE, "The body is no JSON object; send one such as {\"batch\":[…]}");
    }

    /// The items of the list it is; else its values.
    List<Json> items() {
        return values.size() == 1 && values.getFirst() instanceof Json.Array(List<Json> items) ? items : values;
    }

    private static String shown(String text) {
        return "\"" + Refused.shown(text.substring(0, Math.min(SHOWN, text.length()))) + "\"";
    }
}
