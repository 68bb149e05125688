package perennial.server.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;
import perennial.store.access.User;

/// Which passwords are good enough, and what is kept of them: PBKDF2 with HMAC-SHA-256, 600,000 rounds and a
/// salt, after the name of the way, so that a later one can stand beside it. Letters count as they look,
/// however they were typed.
@Component
public final class Passwords {
    /// What is asked of a password, for whoever chooses one.
    public static final String RULE =
            "A password has 12 to 200 characters, at least 5 different ones, and neither holds"
                    + " the name nor is held by it. Four words that nobody would put together are a good one.";

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int LEAST_DIFFERENT = 5;
    private static final String WAY = "pbkdf2";
    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /// No password has this one; to find that out takes as long as with any other.
    private static final String OF_NOBODY = "{" + WAY + "}" + "00".repeat(SALT_BYTES + HASH_BYTES);

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            WAY,
            Map.of(
                    WAY,
                    new Pbkdf2PasswordEncoder("", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));

    /// What is wrong with a password for a user of this name, if something is.
    public Optional<String> fault(String name, String password) {
        String asked = same(password);
        String lower = asked.toLowerCase(Locale.ROOT);
        String of = same(name).strip().toLowerCase(Locale.ROOT);
        int length = asked.codePointCount(0, asked.length());
        boolean isGood = length >= SHORTEST
                && length <= LONGEST
                && lower.codePoints().distinct().count() >= LEAST_DIFFERENT
                && !lower.contains(of)
                && !of.contains(lower);
        return isGood ? Optional.empty() : Optional.of(RULE);
    }

    /// What is kept of it.
    public String hash(String password) {
        return String.valueOf(encoder.encode(same(password)));
    }

    /// Whether it is the user's. Takes as long if there is no such user, or if it has none.
    public boolean isOf(Optional<User> user, String password) {
        String hash = user.filter(User::isEnabled).flatMap(User::password).orElse(OF_NOBODY);
        return encoder.matches(same(password.substring(0, Math.min(password.length(), 4 * LONGEST))), hash);
    }

    private static String same(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
