package perennial.server.web.setup;

/// One of the first steps, in their order.
public enum Step {
    WORKSPACE("Your workspace", "/setup/workspace"),
    DATA("Bring your data", "/setup/data"),
    ACTIVE("What counts as active", "/setup/active"),
    OVERVIEW("Your overview", "/");

    private final String title;
    private final String address;

    Step(String title, String address) {
        this.title = title;
        this.address = address;
    }

    public String title() {
        return title;
    }

    public String address() {
        return address;
    }

    public int number() {
        return ordinal() + 1;
    }
}
