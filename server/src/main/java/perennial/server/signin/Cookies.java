package perennial.server.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import perennial.store.access.Secret;

/// The two cookies of a browser: neither can be read by a script or goes along when another site sends a form. Over
/// HTTPS neither goes out otherwise, and its name has a prefix by which browsers take it from this very server only.
enum Cookies {
    /// Of a browser that is signed in.
    SESSION("perennial-session"),
    /// Of one that is not, for the forms it is given.
    FORMS("perennial-forms");

    private final String name;

    Cookies(String name) {
        this.name = name;
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }

    Optional<Secret> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .filter(text -> text.matches("[0-9a-z]{40}"))
                .map(Secret::new)
                .findFirst();
    }

    /// @param age how long the browser keeps it; negative: until it is closed
    void write(HttpServletRequest request, HttpServletResponse response, Secret secret, Duration age) {
        write(request, response, secret.text(), age);
    }

    void delete(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
