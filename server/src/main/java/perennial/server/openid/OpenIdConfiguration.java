package perennial.server.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.web.servlet.HandlerExceptionResolver;
import perennial.server.live.LiveWorkspace;
import perennial.server.signin.SignIns;

/// Signing in by a provider, if there is one: the code flow, with PKCE and a nonce. What the provider gives besides who
/// somebody is, is thrown away.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(OpenId.class)
class OpenIdConfiguration {
    @Bean
    Customizer<HttpSecurity> openIdSignIn(
            OpenId openId,
            LiveWorkspace live,
            SignIns signIns,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver faults) {
        var provider = new Provider(openId);
        var arrival = new Arrival(openId, live.people(), signIns, faults);
        return http -> http.oauth2Login(login -> login.clientRegistrationRepository(provider)
                .authorizedClientRepository(new Forgetful())
                .loginPage("/sign-in")
                .loginProcessingUrl(OpenId.BACK)
                .authorizationEndpoint(there -> there.authorizationRequestResolver(new Start(provider))
                        .authorizationRequestRepository(new Pending(live.clock())))
                .successHandler(arrival)
                .failureHandler(arrival)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(arrival); // the provider did not answer
                        return filter;
                    }
                }));
    }

    /// Judges by the clock of the workspace whether what the provider says still holds.
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(LiveWorkspace live) {
        Clock clock = live.clock();
        var factory = new OidcIdTokenDecoderFactory();
        factory.setJwtValidatorFactory(registration -> {
            var times = new JwtTimestampValidator();
            times.setClock(clock);
            var rest = new OidcIdTokenValidator(registration);
            rest.setClock(clock);
            return new DelegatingOAuth2TokenValidator<>(times, rest);
        });
        return factory;
    }

    /// Begins at one address alone.
    private static final class Start implements OAuth2AuthorizationRequestResolver {
        private final DefaultOAuth2AuthorizationRequestResolver resolver;

        Start(Provider provider) {
            resolver = new DefaultOAuth2AuthorizationRequestResolver(provider);
            resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return request.getRequestURI().equals(OpenId.START) ? resolve(request, "openid") : null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
            return resolver.resolve(request, id);
        }
    }

    /// Keeps no tokens of the provider: nothing is asked there in the user's name.
    private static final class Forgetful implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("NullAway") // Spring's contract: null for none
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // not kept
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
            // not kept
        }
    }
}
