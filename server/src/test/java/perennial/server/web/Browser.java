package perennial.server.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import perennial.server.TestServer;
import perennial.store.access.Role;

/// A server and a Chromium that looks at it, both for one class of tests. Without Chromium the class is skipped.
public final class Browser implements BeforeAllCallback, AfterAllCallback {
    public static final int WIDE = 1440;
    public static final int NARROW = 390;

    private static final String AXE = axe();
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final List<AutoCloseable> open = new ArrayList<>();
    private Optional<TestServer> server = Optional.empty();
    private Optional<com.microsoft.playwright.Browser> chromium = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Optional<Path> program = program();
        Assumptions.assumeTrue(program.isPresent(), "There is no Chromium; name one in CHROMIUM");
        server = Optional.of(opened(DemoServer.open()));
        Playwright playwright = opened(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
        chromium = Optional.of(opened(playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(List.of("--no-sandbox")))));
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

    private <T extends AutoCloseable> T opened(T thing) {
        open.addFirst(thing);
        return thing;
    }

    public TestServer server() {
        return server.orElseThrow();
    }

    /// A page in a window of its own; what its scripts or the policy complain about is kept in [Window#complaints].
    public Window open(String path) {
        return open(path, WIDE, Theme.LIGHT);
    }

    public Window open(String path, int width, Theme theme) {
        BrowserContext context = chromium.orElseThrow()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(server().address("").toString())
                        .setViewportSize(width, width == NARROW ? 844 : 900)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(theme == Theme.DARK ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.addCookies(List.of(
                new Cookie("perennial-session", server().session(Role.ADMIN).text())
                        .setUrl(server().address("/").toString())));
        Page page = context.newPage();
        var window = new Window(page, new ArrayList<>());
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                window.complaints().add(message.text());
            }
        });
        page.onPageError(window.complaints()::add);
        page.navigate(path);
        return window;
    }

    /// A page that is shown.
    public record Window(Page page, List<String> complaints) implements AutoCloseable {
        /// What axe finds wrong with the page as it is now: rule, and where.
        public List<String> barriers() {
            page.evaluate(AXE);
            return ((List<?>) page.evaluate("""
                            async () => (await axe.run()).violations.flatMap(rule => rule.nodes.map(node =>
                                rule.id + ": " + node.html + " " + node.failureSummary))""")).stream().map(String::valueOf).toList();
        }

        /// Writes what is shown to `target/screenshots/NAME.png`, the whole page.
        public void shoot(String name) {
            page.evaluate("document.fonts.ready.then(() => true)");
            int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
            page.setViewportSize(page.viewportSize().width, height);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
        }

        /// Waits until all charts are drawn.
        public void awaitCharts() {
            page.waitForSelector(
                    "[data-chart]:not([data-drawn])",
                    new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        }

        /// By how many pixels the page is wider than its window.
        public int overflow() {
            return ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
        }

        @Override
        public void close() {
            page.context().close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
