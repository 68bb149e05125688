package perennial.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How light a page is: as the reader chose on this device, which a cookie remembers, else as the device is set.
public enum Theme {
    LIGHT,
    DARK,
    AUTO;

    static Theme of(HttpServletRequest request) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals("theme"))
                .flatMap(cookie ->
                        Stream.of(LIGHT, DARK).filter(theme -> theme.word().equals(cookie.getValue())))
                .findFirst()
                .orElse(AUTO);
    }

    /// As the style sheets and the cookie name it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
