package perennial.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import perennial.server.openid.OpenId;
import perennial.store.access.Secret;
import picocli.CommandLine.Option;

/// The provider of OpenID Connect that a server is told of. Its secret stands in a file: a command line can be read by
/// everybody on the machine.
final class OpenIdOptions {
    @Option(
            names = "--openid-issuer",
            paramLabel = "URL",
            description = "The provider, such as https://accounts.example.com. It sends users back to /sign-in/openid.")
    private Optional<URI> issuer = Optional.empty();

    @Option(names = "--openid-client", paramLabel = "ID", description = "The id of this server there.")
    private Optional<String> client = Optional.empty();

    @Option(
            names = "--openid-secret-file",
            paramLabel = "FILE",
            description = "A file with the secret of this server there, and nothing else.")
    private Optional<Path> secret = Optional.empty();

    /// @throws IllegalArgumentException if something of it is missing or wrong
    Optional<OpenId> provider(Surroundings surroundings) {
        if (issuer.isEmpty() && client.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        if (issuer.isEmpty() || client.isEmpty() || secret.isEmpty()) {
            throw new IllegalArgumentException(
                    "Signing in by OpenID Connect needs --openid-issuer, --openid-client and --openid-secret-file; give all"
                            + " three or none");
        }
        return Optional.of(new OpenId(issuer.get(), client.get(), read(surroundings.file(secret.get()))));
    }

    private static Secret read(Path file) {
        try {
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--openid-secret-file: " + file + " cannot be read; name a file with the secret", e);
        }
    }
}
