package perennial.store.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text that opens something to whoever has it. What is kept of it is its hash: long random texts need no slow one.
public final class Secret {
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 40;
    private static final int ID_LENGTH = 8;

    /// What in a text looks like one of these.
    static final Pattern LIKELY = Pattern.compile("(?<![0-9a-z])[0-9a-z]{" + LENGTH + "}(?![0-9a-z])");

    private final String text;

    /// One that somebody shows.
    public Secret(String text) {
        this.text = text;
    }

    /// A new one: 40 letters and digits that nobody can guess.
    public static Secret make() {
        return new Secret(new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining()));
    }

    public String text() {
        return text;
    }

    /// Its first letters, by which what it opens is told from others.
    public String id() {
        return text.substring(0, Math.min(ID_LENGTH, text.length()));
    }

    /// SHA-256 in hex.
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Bug: every Java has SHA-256", e);
        }
    }

    /// Whether this is its hash; takes as long for a wrong one as for a right one.
    public boolean hasHash(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /// Not the text: it might be logged.
    @Override
    public String toString() {
        return "a secret";
    }
}
