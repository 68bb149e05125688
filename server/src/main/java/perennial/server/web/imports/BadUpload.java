package perennial.server.web.imports;

/// A file that was not taken. The message says why, and what to do.
final class BadUpload extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadUpload(String message) {
        super(message);
    }
}
