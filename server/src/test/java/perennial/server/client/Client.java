package perennial.server.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/// A client, as the script that tells the story with it.
enum Client {
    SEGMENT("segment"),
    RUDDERSTACK("rudderstack"),
    POSTHOG("posthog"),
    POSTHOG_V1("posthog", Map.of("POSTHOG_CAPTURE_MODE", "v1")),
    MIXPANEL("mixpanel"),
    AMPLITUDE("amplitude"),
    POSTHOG_JS("posthog-js"),
    MIXPANEL_BROWSER("mixpanel-browser");

    private final String script;
    private final Map<String, String> environment;

    Client(String script) {
        this(script, Map.of());
    }

    Client(String script, Map<String, String> environment) {
        this.script = script;
        this.environment = environment;
    }

    /// Tells the story; fails unless the client says that all of it was delivered.
    ///
    /// @param wishes how, as the scripts know it
    void tell(URI address, String key, String... wishes) throws IOException {
        var project = NodeProject.installed();
        var environment = new TreeMap<>(this.environment);
        if (isOfBrowsers()) {
            environment.put("CHROMIUM", project.chromium().toString());
        }
        project.run(script, environment, address, key, wishes);
    }

    private boolean isOfBrowsers() {
        return this == POSTHOG_JS || this == MIXPANEL_BROWSER;
    }

    /// What is to be stored of its story, as [Stored] prints it.
    String story() throws IOException {
        return Files.readString(NodeProject.SCRIPTS.resolve(script + ".stored"));
    }
}
