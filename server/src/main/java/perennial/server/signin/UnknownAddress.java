package perennial.server.signin;

/// A link was to be made, and it is not known at which address others reach this server.
public final class UnknownAddress extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnknownAddress(String name) {
        super(
                "No link was made: this page was opened at \"" + name
                        + "\", and the server cannot know that this leads to it."
                        + " Start it with its own address, such as: perennial serve --public-url https://perennial.example.com");
    }
}
