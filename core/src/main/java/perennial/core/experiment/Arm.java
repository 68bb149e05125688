package perennial.core.experiment;

/// One way customers are treated, or the holdout that is left alone.
///
/// @param share of the customers, in 0..1
public record Arm(String name, double share, boolean isHoldout) {
    public Arm {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An arm has a name");
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share of arm " + name + " lies in 0..1, was " + share);
        }
    }
}
