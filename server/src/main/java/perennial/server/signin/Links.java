package perennial.server.signin;

import perennial.store.access.Secret;

/// The addresses that open something to whoever has them, once.
public final class Links {
    private Links() {}

    /// Where the first administrator is made.
    public static String firstAdministrator(Secret secret) {
        return "/first-administrator?link=" + secret.text();
    }

    /// Where a user sets a password.
    public static String password(Secret secret) {
        return "/password?link=" + secret.text();
    }

    /// Where whoever has it looks at a dashboard; not once, but until it is revoked.
    public static String shared(Secret secret) {
        return "/shared?link=" + secret.text();
    }

    /// Where a user signs in without a password.
    public static String signIn(Secret secret) {
        return "/sign-in/link?link=" + secret.text();
    }
}
