package perennial.server.openid;

import java.net.URI;
import perennial.store.access.Secret;

/// A provider of OpenID Connect, as which this server is known there.
///
/// @param issuer where its configuration is found, below `.well-known`
/// @param client the id of this server there
/// @param secret by which this server proves that
public record OpenId(URI issuer, String client, Secret secret) {
    /// Where users begin to sign in.
    public static final String START = "/sign-in/with-openid";

    /// Where the provider sends them back.
    public static final String BACK = "/sign-in/openid";

    public OpenId {
        boolean isHere = "localhost".equals(issuer.getHost()) || "127.0.0.1".equals(issuer.getHost());
        if (issuer.getHost() == null
                || !("https".equals(issuer.getScheme()) || isHere && "http".equals(issuer.getScheme()))) {
            throw new IllegalArgumentException(
                    "\"" + issuer + "\" is no address of a provider; give one that begins with"
                            + " https://, such as https://accounts.example.com");
        }
        if (client.isBlank() || secret.text().isBlank()) {
            throw new IllegalArgumentException(
                    "The id and the secret of this server at " + issuer + " must not be empty");
        }
    }

    /// What users call it.
    public String name() {
        return issuer.getHost();
    }
}
