package perennial.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import perennial.server.TestServer;
import perennial.store.access.Role;

/// A Chromium that looks at a server on the demo company. Both are started once and serve all classes of
/// tests in their turn, which may add to what the server holds but not change or remove what others look at.
/// Without Chromium the class is skipped.
///
/// A test reads at once only what the page that it opened was sent with. What follows from something it does, such as a
/// click, it asserts with [PlaywrightAssertions#assertThat], which tries again until it holds or patience is over.
public final class Browser implements BeforeAllCallback {
    public static final int WIDE = 1440;
    public static final int NARROW = 390;
    private static final int HIGH = 900;

    /// More than a busy machine needs.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String AXE = axe();

    /// Where pictures of the pages go, if they are asked for with `-Dperennial.pictures`.
    private static final Path PICTURES = Path.of("target", "pictures");

    private static final boolean TAKES_PICTURES = System.getProperty("perennial.pictures") != null;

    /// Lives as long as the tests of this process.
    private static Optional<TestServer> server = Optional.empty();

    private static Optional<com.microsoft.playwright.Browser> chromium = Optional.empty();

    /// Where pages are looked at, one after the other: it keeps the files that they share.
    private static Optional<BrowserContext> gallery = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Optional<Path> program = program();
        Assumptions.assumeTrue(program.isPresent(), "There is no Chromium; name one in CHROMIUM");
        if (chromium.isPresent()) {
            return;
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        TestServer started = DemoServer.open();
        server = Optional.of(started);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = Optional.of(playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(List.of("--no-sandbox"))));
        gallery = Optional.of(visitor(started));
        context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Browser.class))
                .put("opened", (AutoCloseable) () -> {
                    playwright.close();
                    started.close();
                });
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Optional.ofNullable(script).orElseThrow().readAllBytes(), StandardCharsets.UTF_8)
                    + "; void 0";
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Optional<Path> program() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("CHROMIUM")).stream(),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public TestServer server() {
        return server.orElseThrow();
    }

    /// A page in a window of its own; what its scripts or the policy complain about is kept in [Window#complaints].
    public Window open(String path) {
        return openAt(server(), path);
    }

    /// The same at a server of a test's own.
    public Window openAt(TestServer other, String path) {
        BrowserContext visitor = visitor(other);
        return show(visitor.newPage(), path, visitor::close);
    }

    /// An administrator of a server, with a light and wide screen.
    private static BrowserContext visitor(TestServer server) {
        BrowserContext context = chromium.orElseThrow()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(server.address("").toString())
                        .setViewportSize(WIDE, HIGH)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(PATIENCE.toMillis());
        context.addCookies(List.of(
                new Cookie("perennial-session", server.session(Role.ADMIN).text())
                        .setUrl(server.address("/").toString())));
        return context;
    }

    private static Window show(Page page, String path, Runnable end) {
        var window = new Window(page, new ArrayList<>(), end);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                window.complaints().add(message.text());
            }
        });
        page.onPageError(window.complaints()::add);
        page.navigate(path);
        return window;
    }

    /// Looks at a page, light and wide, then dark and narrow: it must have no barriers, fit its window and complain of
    /// nothing. With `-Dperennial.pictures`, what is shown is written to `target/pictures/NAME-….png`.
    public void look(String name, String path) {
        Page page = gallery.orElseThrow().newPage();
        try (var window = show(page, path, page::close)) {
            window.look(name);
            assertThat(window.complaints()).as(name).isEmpty();
        }
    }

    /// A page that is shown.
    public record Window(Page page, List<String> complaints, Runnable end) implements AutoCloseable {
        /// Looks at what is shown: light and wide, then dark and narrow. Colours do not depend on the width, nor what
        /// the page is made of on the theme, so that both are seen.
        public void look(String name) {
            look(name, Theme.LIGHT);
            page.setViewportSize(NARROW, HIGH);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.reload();
            look(name, Theme.DARK);
        }

        /// Looks at what is shown as it is, opened and chosen, in both themes.
        public void lookNow(String name) {
            look(name, Theme.LIGHT);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            look(name, Theme.DARK);
        }

        private void look(String name, Theme theme) {
            awaitCharts();
            assertThat(barriers()).as(name + " " + theme.word()).isEmpty();
            assertThat(overflow()).as(name + " at " + page.viewportSize().width).isZero();
            if (TAKES_PICTURES) {
                shoot(name, theme);
            }
        }

        /// What axe finds wrong with the page as it is now: rule, and where.
        private List<String> barriers() {
            page.evaluate(AXE);
            return ((List<?>) page.evaluate("""
                            async () => (await axe.run({resultTypes: ["violations"]})).violations.flatMap(rule => rule.nodes.map(node =>
                                rule.id + ": " + node.html + " " + node.failureSummary))""")).stream().map(String::valueOf).toList();
        }

        /// Writes the whole page as it is shown to a picture.
        private void shoot(String name, Theme theme) {
            int width = page.viewportSize().width;
            int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
            page.setViewportSize(width, height);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("%s-%d-%s.png".formatted(name, width, theme.word()))));
        }

        /// Waits until the page is loaded and all its charts are drawn.
        public void awaitCharts() {
            page.waitForLoadState();
            page.waitForSelector(
                    "[data-chart]:not([data-drawn])",
                    new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        }

        /// By how many pixels the page is wider than its window.
        private int overflow() {
            return ((Number) page.evaluate(
                            "document.fonts.ready.then(() => document.documentElement.scrollWidth - innerWidth)"))
                    .intValue();
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
