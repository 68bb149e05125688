package perennial.core.segment;

/// A segment that cannot be: the user's fault, said with the value and what would do.
public final class SegmentFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public SegmentFault(String message) {
        super(message);
    }
}
