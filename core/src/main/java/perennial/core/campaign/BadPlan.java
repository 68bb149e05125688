package perennial.core.campaign;

/// A plan that cannot be carried out: which field is wrong, and what to do.
public final class BadPlan extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String field;

    public BadPlan(String field, String message) {
        super(message);
        this.field = field;
    }

    /// As the document of a plan names it.
    public String field() {
        return field;
    }
}
