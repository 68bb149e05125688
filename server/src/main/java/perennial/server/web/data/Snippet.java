package perennial.server.web.data;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;

/// How each client is pointed here: lines to paste, with the key and the address of this server in them.
public enum Snippet {
    CURL("curl, to try it", """
            curl -H "Authorization: Bearer KEY" https://events.example.com/api/v1/events -d '
              [{"type":"track","messageId":"o-17","userId":"ada","event":"Order Completed","properties":{"revenue":12.5,"currency":"EUR"}}]'
            """),
    PAGE("A web page, without a client", """
            <script src="https://events.example.com/perennial.js" data-key="KEY"></script>
            <script>
              perennial.identify("ada", { plan: "pro" });
              perennial.track("Order Completed", { revenue: 12.5, currency: "EUR" });
            </script>
            """),
    SEGMENT("Segment", """
            import { Analytics } from "@segment/analytics-node";
            const analytics = new Analytics({ writeKey: "KEY", host: "https://events.example.com" });
            analytics.track({ userId: "ada", event: "Order Completed", properties: { revenue: 12.5, currency: "EUR" } });
            """),
    RUDDERSTACK("RudderStack", """
            import RudderAnalytics from "@rudderstack/rudder-sdk-node";
            const analytics = new RudderAnalytics("KEY", { dataPlaneUrl: "https://events.example.com" });
            analytics.track({ userId: "ada", event: "Order Completed", properties: { revenue: 12.5, currency: "EUR" } });
            """),
    POSTHOG("PostHog", """
            import { PostHog } from "posthog-node";
            const posthog = new PostHog("KEY", { host: "https://events.example.com" });
            posthog.capture({ distinctId: "ada", event: "Order Completed", properties: { revenue: 12.5, currency: "EUR" } });
            """),
    POSTHOG_BROWSER("PostHog in browsers", """
            import posthog from "posthog-js";
            posthog.init("KEY", { api_host: "https://events.example.com" });
            posthog.capture("Order Completed", { revenue: 12.5, currency: "EUR" });
            """),
    MIXPANEL("Mixpanel", """
            import Mixpanel from "mixpanel";
            const mixpanel = Mixpanel.init("KEY", { host: "events.example.com", key: "KEY" });
            mixpanel.track("Order Completed", { distinct_id: "ada", revenue: 12.5, currency: "EUR" });
            """),
    MIXPANEL_BROWSER("Mixpanel in browsers", """
            import mixpanel from "mixpanel-browser";
            mixpanel.init("KEY", { api_host: "https://events.example.com" });
            mixpanel.track("Order Completed", { revenue: 12.5, currency: "EUR" });
            """),
    AMPLITUDE("Amplitude", """
            import * as amplitude from "@amplitude/analytics-node";
            amplitude.init("KEY", { serverUrl: "https://events.example.com/2/httpapi" });
            amplitude.track("Order Completed", { revenue: 12.5, currency: "EUR" }, { user_id: "ada" });
            """),
    /// The one that sends nothing.
    READ("curl, to read", """
            curl -H "Authorization: Bearer KEY" "https://events.example.com/api/v1/questions/retention?every=month&from=2026-01-01"
            """);

    /// The lines of one client, ready to paste.
    public record Ready(String client, String text) {}

    private static final String SERVER = "https://events.example.com";
    private static final String MIXPANEL_HOST = "host: \"events.example.com\"";

    private final String client;
    private final String text;

    Snippet(String client, String text) {
        this.client = client;
        this.text = text;
    }

    /// The lines as the documents have them, for a server at `https://events.example.com` and the key `KEY`.
    String text() {
        return text;
    }

    /// The lines of all that send.
    public static List<Ready> sending(URI server, String key) {
        return Arrays.stream(values())
                .filter(each -> each != READ)
                .map(each -> each.with(server, key))
                .toList();
    }

    /// The lines for a server and a key.
    ///
    /// @param server such as `http://localhost:8080`
    Ready with(URI server, String key) {
        return new Ready(
                client,
                text.replace(SERVER, server.toString())
                        .replace(MIXPANEL_HOST, mixpanelHost(server))
                        .replaceAll("\\bKEY\\b", Matcher.quoteReplacement(key)));
    }

    /// This client takes the parts of an address one by one, and takes HTTPS for granted.
    private static String mixpanelHost(URI server) {
        return "host: \"" + server.getHost() + "\"" + (server.getPort() < 0 ? "" : ", port: " + server.getPort())
                + ("http".equals(server.getScheme()) ? ", protocol: \"http\"" : "");
    }
}
