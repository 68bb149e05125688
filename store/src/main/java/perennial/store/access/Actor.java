package perennial.store.access;

/// Somebody who does something.
///
/// @param who the name of a user, or of what stands for one
/// @param from the address it came from
public record Actor(String who, String from) {
    /// Whoever may run commands on the workspace.
    public static final Actor COMMAND_LINE = new Actor("command line", "this machine");

    /// Somebody who did not sign in.
    public static Actor nobody(String from) {
        return new Actor("nobody", from);
    }
}
