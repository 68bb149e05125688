package perennial.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import perennial.core.question.BadOption;

/// The text in the body of a request, whatever its header says of it.
final class BodyText {
    private static final int MOST_BYTES = 1 << 20;
    private static final String BODY = "body";

    private BodyText() {}

    /// @param what is expected, in words
    static String of(HttpServletRequest request, String what) {
        try {
            byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BadOption(BODY, "it has more than " + MOST_BYTES + " bytes; send less");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                throw new BadOption(BODY, "it is empty; send " + what);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new BadOption(BODY, "it is not written in UTF-8");
        } catch (IOException e) {
            throw new BadOption(BODY, "it could not be read to its end; send it again");
        }
    }
}
