package perennial.server.api;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;
import perennial.core.question.Option;

/// The addresses as a page that needs nothing but itself.
final class DocsPage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Perennial API</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            code { font-size: 0.95em }
            td { vertical-align: top; padding: 0 1rem 0.25rem 0 }
            </style>
            </head>
            <body>
            <h1>Perennial API</h1>
            <p>Send a key as <code>Authorization: Bearer KEY</code>. The same for programs:
            <a href="/api/docs/openapi.json">openapi.json</a>.</p>
            """;

    private DocsPage() {}

    static String html() {
        var page = new StringBuilder(HEAD);
        for (Address address : Addresses.all()) {
            page.append("<h2><code>")
                    .append(address.method().toUpperCase(Locale.ROOT))
                    .append(' ')
                    .append(escaped(address.path()))
                    .append("</code></h2>\n<p>")
                    .append(escaped(address.does()))
                    .append(' ')
                    .append(address.key())
                    .append("</p>\n");
            address.body()
                    .ifPresent(what ->
                            page.append("<p>Body: ").append(escaped(what)).append("</p>\n"));
            if (!address.parameters().isEmpty()) {
                page.append("<table>\n");
                address.parameters().forEach(option -> row(option, page));
                page.append("</table>\n");
            }
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static void row(Option option, StringBuilder page) {
        page.append("<tr><td><code>").append(escaped(option.name()));
        if (!option.isFlag()) {
            page.append('=').append(escaped(option.values()));
        }
        page.append("</code></td><td>").append(escaped(option.help()));
        if (!option.byDefault().isEmpty()) {
            page.append(" Default: ").append(escaped(option.byDefault())).append('.');
        }
        page.append("</td></tr>\n");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
