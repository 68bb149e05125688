package perennial.core.experiment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// Draws each life of a customer into an arm, the same one whenever and wherever it is asked, so that anybody can draw
/// again.
///
/// The first eight bytes of the SHA-256 of `SEED\nCUSTOMER\nLIFE`, in UTF-8, are read as an unsigned number,
/// high byte first. Its upper 53 bits divided by 2^53 are a number from 0 to 1; the arm is the first in whose
/// cumulated share it falls.
///
/// Worked: seed `spring`, customer `ada`, life 2 is SHA-256 of `spring\nada\n2`.
///
/// @param seed a text of the experiment's own, so that no two experiments draw alike
/// @param arms with shares that add up to 1
public record Assignment(String seed, List<Arm> arms) {
    private static final double ROUNDING = 1e-9;
    private static final int KEPT_BITS = 53;

    public Assignment {
        arms = List.copyOf(arms);
        double all = arms.stream().mapToDouble(Arm::share).sum();
        if (Math.abs(all - 1) > ROUNDING) {
            throw new IllegalArgumentException("The shares of the arms add up to 1, were " + all);
        }
        if (arms.stream().filter(Arm::isHoldout).count() != 1) {
            throw new IllegalArgumentException("An experiment has one holdout");
        }
        if (arms.stream().map(Arm::name).distinct().count() != arms.size()) {
            throw new IllegalArgumentException("Each arm has a name of its own");
        }
    }

    /// The arm of a customer's life.
    ///
    /// @param life its number, from 1
    public Arm of(String customer, int life) {
        double drawn = drawn(customer, life);
        double below = 0;
        for (Arm arm : arms) {
            below += arm.share();
            if (drawn < below) {
                return arm;
            }
        }
        // Shares may add up to a hair less than one.
        return arms.reversed().stream()
                .filter(arm -> arm.share() > 0)
                .findFirst()
                .orElseThrow();
    }

    /// From 0 to 1, 1 excluded.
    double drawn(String customer, int life) {
        byte[] text = (seed + "\n" + customer + "\n" + life).getBytes(StandardCharsets.UTF_8);
        long first = ByteBuffer.wrap(sha256(text)).getLong();
        return (first >>> (Long.SIZE - KEPT_BITS)) * 0x1p-53;
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
