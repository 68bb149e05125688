package perennial.store.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// The identity of a row that brings none: `~` and the first 128 bits of the SHA-256 of its source and content, in 22
/// letters. The n-th row with the same content in a file gets `.n` behind it (from 2), when it is staged: identical
/// rows of one file are distinct events, and the same file again gives the same ids.
final class ContentHash {
    private static final Base64.Encoder LETTERS = Base64.getUrlEncoder().withoutPadding();

    private final MessageDigest digest;
    private final String source;

    ContentHash(String source) {
        this.source = source;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Bug: every Java platform has SHA-256", e);
        }
    }

    /// The row under its own message id, or else under the hash of its content.
    MappedRow identified(MappedRow row) {
        return row.messageId().isEmpty() ? row.hashed(of(row)) : row;
    }

    private String of(MappedRow row) {
        var content = new StringBuilder(256);
        part(content, source);
        byte[] hash = digest.digest(content.append(row.content()).toString().getBytes(StandardCharsets.UTF_8));
        return "~" + LETTERS.encodeToString(Arrays.copyOf(hash, 16));
    }

    /// Appends texts with their lengths, so that no two lists of texts read the same.
    static void part(StringBuilder to, String... texts) {
        for (String text : texts) {
            to.append(text.length()).append(':').append(text);
        }
    }
}
