package perennial.server;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import perennial.server.access.Audience;
import perennial.server.access.NoAccess;
import perennial.server.live.LiveWorkspace;
import perennial.server.signin.FormTokens;
import perennial.server.signin.SessionFilter;

/// What stands before the pages. Before the addresses of programs stands nothing but the gate: they have no
/// sessions, no cookies and nothing to forge.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String FORGED =
            "This form is not one that this server gave to this browser, or its page is too"
                    + " old. Go back, load the page again and send it from there.";

    @Bean
    @Order(1)
    SecurityFilterChain programs(Audience audience) {
        return new DefaultSecurityFilterChain(request -> !audience.isPeople(request), List.of());
    }

    /// Who may see which page is not told here but by the page itself.
    ///
    /// @param further ways to sign in
    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            LiveWorkspace live,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver faults,
            ObjectProvider<Customizer<HttpSecurity>> further) {
        AccessDeniedHandler refusing = (request, response, fault) ->
                faults.resolveException(request, response, null, new NoAccess(true, FORGED));
        http.addFilterBefore(new SessionFilter(live.people()), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()))
                .exceptionHandling(handling -> handling.accessDeniedHandler(refusing))
                .headers(headers -> headers.httpStrictTransportSecurity(strict -> strict.includeSubDomains(false)))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable);
        further.forEach(each -> each.customize(http));
        return http.build();
    }
}
