package perennial.store.campaign;

/// A webhook that cannot be: what is wrong with its name, its address or its pace.
public final class BadWebhook extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadWebhook(String message) {
        super(message);
    }
}
