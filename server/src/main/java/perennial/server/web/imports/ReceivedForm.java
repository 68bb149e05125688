package perennial.server.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/// A form with a file in it (`multipart/form-data`), read as it comes: nothing of the file is held.
final class ReceivedForm {
    private static final int LONGEST_HEADER = 4_096;

    private ReceivedForm() {}

    /// Does something with a file while it comes.
    interface Receiving<T> {
        T of(String name, InputStream content) throws IOException;
    }

    /// The first file of a form.
    ///
    /// @throws BadUpload if there is none
    static <T> T file(HttpServletRequest request, Receiving<T> receiving) throws IOException {
        var form = new FileUpload();
        form.setHeaderEncoding(StandardCharsets.UTF_8.name());
        form.setPartHeaderSizeMax(LONGEST_HEADER);
        try {
            FileItemIterator parts = form.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                String name = Optional.ofNullable(part.getName()).orElse("");
                if (!part.isFormField() && !name.isBlank()) {
                    try (InputStream content = part.openStream()) {
                        return receiving.of(name, content);
                    }
                }
            }
        } catch (FileUploadException fault) {
            throw new BadUpload(
                    "This is no form with a file (" + fault.getMessage() + "); choose one and send it again");
        }
        throw new BadUpload("No file was chosen; choose one, then send it.");
    }
}
