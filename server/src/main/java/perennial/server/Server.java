package perennial.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import perennial.server.ingest.RateLimit;
import perennial.server.live.LiveWorkspace;
import perennial.server.openid.OpenId;
import perennial.server.signin.Links;
import perennial.server.signin.PublicAddress;
import perennial.server.signin.SignIns;
import perennial.store.access.User;
import perennial.store.backup.Backups;

/// A server on a workspace, from when its port is open until it is closed.
public final class Server implements AutoCloseable {
    /// So long it waits for requests, before the port is closed and after.
    private static final Duration PATIENCE_BEFORE = Duration.ofSeconds(1);

    private static final Duration PATIENCE_AFTER = Duration.ofSeconds(5);

    private final ServletWebServerApplicationContext context;

    private Server(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /// Opens a port; 0 for any that is free. The workspace stays the caller's, who closes it after the server.
    ///
    /// @param rate what a key may send
    /// @throws NoPort if it is taken, or the address is another machine's
    public static Server start(LiveWorkspace live, InetAddress address, int port, RateLimit rate) {
        return start(live, address, port, rate, Optional.empty(), Optional.empty(), PublicAddress.UNKNOWN);
    }

    /// The same, with a provider by which users may sign in, too, and a place where administrators may make backups.
    ///
    /// @param reached what links begin with that others open
    public static Server start(
            LiveWorkspace live,
            InetAddress address,
            int port,
            RateLimit rate,
            Optional<OpenId> openId,
            Optional<Backups> backups,
            PublicAddress reached) {
        requireFree(address, port);
        var context = new SpringApplicationBuilder(ServerConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Map.of("server.address", address.getHostAddress(), "server.port", port))
                .initializers((GenericApplicationContext each) -> {
                    each.registerBean(LiveWorkspace.class, () -> live, bean -> bean.setDestroyMethodName(""));
                    each.registerBean(RateLimit.class, () -> rate);
                    each.registerBean(PublicAddress.class, () -> reached);
                    openId.ifPresent(provider -> each.registerBean(OpenId.class, () -> provider));
                    backups.ifPresent(place -> each.registerBean(Backups.class, () -> place));
                })
                .run();
        return new Server((ServletWebServerApplicationContext) context);
    }

    /// Found out before the start, in which it would be found late, and told as a failure of its own.
    private static void requireFree(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new NoPort(address, port, e);
        }
    }

    public int port() {
        return context.getWebServer().getPort();
    }

    /// Where the first administrator is made, while there is no user.
    public Optional<String> firstAdministrator() {
        return signIns().firstAdministrator().map(Links::firstAdministrator);
    }

    /// Where somebody signs in as this user, once, until the server is closed.
    public String signIn(User user) {
        return Links.signIn(signIns().link(user));
    }

    private SignIns signIns() {
        return context.getBean(SignIns.class);
    }

    /// What answers, by what it answers to.
    Map<RequestMappingInfo, HandlerMethod> handlers() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }

    /// Closes the port, and answers what was asked before.
    @Override
    public void close() {
        if (context.getWebServer() instanceof TomcatWebServer web) {
            // What has arrived on a connection and is not begun is dropped when the server is stopped; a connection
            // that is not accepted yet, when the port is closed.
            Requests requests = context.getBean(Requests.class);
            requests.awaitQuiet(PATIENCE_BEFORE);
            for (Connector each : web.getTomcat().getService().findConnectors()) {
                each.getProtocolHandler().closeServerSocketGraceful();
            }
            requests.awaitQuiet(PATIENCE_AFTER);
        }
        context.close();
    }
}
