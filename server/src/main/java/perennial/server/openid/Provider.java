package perennial.server.openid;

import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/// What the provider says of itself. It is asked when somebody first signs in by it, and again if it did not answer: a
/// provider that is away keeps no server from starting.
final class Provider implements ClientRegistrationRepository {
    private final OpenId openId;
    private volatile Optional<ClientRegistration> known = Optional.empty();

    Provider(OpenId openId) {
        this.openId = openId;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return known.orElseGet(this::ask);
    }

    private synchronized ClientRegistration ask() {
        ClientRegistration asked = known.orElseGet(
                () -> ClientRegistrations.fromOidcIssuerLocation(openId.issuer().toString())
                        .registrationId("openid")
                        .clientId(openId.client())
                        .clientSecret(openId.secret().text())
                        .clientName(openId.name())
                        .scope("openid", "email", "profile")
                        .redirectUri("{baseUrl}" + OpenId.BACK)
                        .build());
        known = Optional.of(asked);
        return asked;
    }
}
