package perennial.server.api;

import java.util.List;
import java.util.stream.Stream;
import perennial.core.question.Option;
import perennial.store.access.Scope;

/// The addresses that take events, each in the protocol of the clients that send there; those with more than one name
/// also with a slash at the end.
final class Deliveries {
    private static final String BODY =
            "Calls as the client writes them, as JSON, gzip, base64 or a form; docs/ingestion.md lists what is read.";
    private static final Option KEY = new Option("key", "KEY", "", "The write key, if no header can be sent.");
    private static final Option SENT_AT =
            new Option("sentAt", "TIME", "", "The sender's time, by which those of the calls are put right.");

    private Deliveries() {}

    static List<Address> all() {
        return Stream.of(
                        Stream.of(post(
                                        "/api/v1/events",
                                        "Takes calls in the shape of Segment and says for each what became of it.")
                                .with(List.of(KEY, SENT_AT))),
                        Stream.of("/v1/batch", "/v1/b", "/v1/import", "/v1/{type}")
                                .map(path -> post(path, "Takes calls of the clients of Segment and RudderStack.")),
                        Stream.of("/capture", "/e", "/i/v0/e")
                                .flatMap(path -> both(path, "Takes events of PostHog's clients.")),
                        Stream.of(
                                post("/i/v1/analytics/events", "Takes events of PostHog's newer clients."),
                                post("/batch", "Takes events of PostHog's clients, or of Amplitude's."),
                                post("/2/httpapi", "Takes events of Amplitude's clients.")),
                        Stream.of("/track", "/engage", "/groups", "/import")
                                .flatMap(path -> both(path, "Takes what Mixpanel's clients send.")),
                        Stream.of("/flags", "/decide").flatMap(Deliveries::flags),
                        Stream.of(
                                Address.open(
                                        "get", "/array/{token}/config", "Says the same to PostHog's newer clients."),
                                Address.open("get", "/array/{token}/config.js", "Says the same as a script.")
                                        .answering("text/javascript"),
                                Address.open("get", "/perennial.js", "Is the script for pages without a client.")
                                        .answering("text/javascript")))
                .flatMap(each -> each)
                .toList();
    }

    private static Address post(String path, String does) {
        return Address.of("post", path, Scope.WRITE, does).sending(BODY);
    }

    private static Stream<Address> both(String path, String does) {
        return Stream.of(
                Address.get(
                        path, Scope.WRITE, does, new Option("data", "TEXT", "", "What is sent, as JSON or as base64.")),
                post(path, does));
    }

    private static Stream<Address> flags(String path) {
        String does = "Says to PostHog's clients that no flags are set.";
        return Stream.of(Address.open("get", path, does), Address.open("post", path, does));
    }
}
