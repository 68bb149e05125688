package perennial.store.imports;

/// An import that was asked for in a way that cannot work: found out before anything is written.
public final class BadPlan extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BadPlan(String message) {
        super(message);
    }
}
