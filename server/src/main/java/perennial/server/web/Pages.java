package perennial.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import perennial.server.access.SignedIn;
import perennial.server.live.LiveWorkspace;
import perennial.server.signin.FormTokens;

/// Writes pages: a view into its template, with the headers that every page has.
@Component
public final class Pages {
    /// A page may load from this server alone, and run no script and take no style that stands in it.
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self';"
                    + " object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final LiveWorkspace live;
    private final Assets assets;

    Pages(LiveWorkspace live, Assets assets) {
        this.live = live;
        this.assets = assets;
    }

    /// What surrounds a page that stands in the side bar.
    public Page page(HttpServletRequest request, String title, Place place) {
        return page(request, title, Optional.of(place));
    }

    /// What surrounds a page that stands among others of its place.
    public Page page(HttpServletRequest request, Section section) {
        return page(request, section.title(), section.place());
    }

    /// What surrounds a page outside the side bar.
    public Page page(HttpServletRequest request, String title) {
        return page(request, title, Optional.empty());
    }

    /// A page that nothing surrounds, whoever looks at it: for a wall, or for people who are no users.
    public Page bare(HttpServletRequest request, String title) {
        return new Page(
                title,
                Optional.empty(),
                Theme.of(request),
                live.workspace().settings().name(),
                Optional.empty(),
                Optional.empty(),
                assets);
    }

    private Page page(HttpServletRequest request, String title, Optional<Place> place) {
        return new Page(
                title,
                place,
                Theme.of(request),
                live.workspace().settings().name(),
                SignedIn.of(request).map(signedIn -> signedIn.user().name()),
                Optional.of(FormTokens.of(request)),
                assets);
    }

    /// A page of a template, which takes the view as its only parameter.
    ///
    /// @param template its path below the folder of templates, without the ending
    public ResponseEntity<String> html(String template, Object view) {
        return html(HttpStatus.OK, template, view);
    }

    /// The same with another status.
    public ResponseEntity<String> html(HttpStatus status, String template, Object view) {
        var out = new StringOutput(1 << 15);
        engine.render(template + ".jte", view, out);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .body(out.toString());
    }
}
