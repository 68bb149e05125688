package perennial.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import perennial.core.catalogue.Catalogue;
import perennial.store.Workspace;
import perennial.store.access.Actor;
import perennial.store.access.People;
import perennial.store.access.Role;

/// Prints how long the pages take on the events of `bin/bench 10`: `bin/bench pages`. The time runs from the request
/// to the last byte of the answer; pictures are drawn by the browser after it. Nothing is stored meanwhile, so that the
/// calls after the first are answered from memory.
public final class PagesBench {
    /// Promised of every page.
    private static final double MOST_SECONDS = 0.2;

    private final ServerProcess server;
    private final String session;
    private final HttpClient client = HttpClient.newHttpClient();

    private PagesBench(ServerProcess server, String session) {
        this.server = server;
        this.session = session;
    }

    /// @param arguments the program's jar, and the folder of the events
    public static void main(String[] arguments) throws Exception {
        Path workspace = Path.of(arguments[1]).resolve("10m");
        if (!Workspace.isAt(workspace)) {
            throw new IllegalStateException("There are no events at " + workspace + "; make them with bin/bench 10");
        }
        System.out.printf(
                Locale.ROOT,
                "Machine: %s, %d cores, Java %s%n",
                Machine.processor(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        String session = session(workspace);
        try (ServerProcess server = ServerProcess.start(Path.of(arguments[0]), workspace, List.of())) {
            System.out.printf(Locale.ROOT, "started in %.1f s%n", server.startSeconds());
            new PagesBench(server, session).ask();
        }
    }

    private static String session(Path workspace) throws IOException {
        try (Workspace opened = Workspace.open(workspace, Clock.systemUTC())) {
            var people = new People(opened);
            if (people.users().isEmpty()) {
                people.first("127.0.0.1", "bench", "no hash: no password");
            }
            var user = people.users()
                    .find("bench")
                    .orElseGet(() -> people.invite(Actor.COMMAND_LINE, "bench", Role.ADMIN)
                            .user());
            return people.sessions().start(user, "127.0.0.1").text();
        }
    }

    private void ask() {
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/customers",
                "/customers?id=customer-42",
                "/customers/customer-42",
                "/segments",
                "/segments/champions",
                "/segments/new",
                "/data/sources",
                "/data/events",
                "/data/quality",
                "/settings/rules"));
        Catalogue.all().stream()
                .map(kind -> "/reports/" + kind.name()
                        + switch (kind.name()) {
                            case "funnel" -> "?step=Event+1&step=Event+2&step=Event+3";
                            case "adoption" -> "?feature=Event+17";
                            case "paths" -> "?from-event=Event+1";
                            default -> "";
                        })
                .forEach(pages::add);
        System.out.printf(Locale.ROOT, "%n%-70s %9s %9s %9s%n", "page", "first s", "warm s", "kB");
        for (String page : pages) {
            Repeated<HttpResponse<String>> answered = Repeated.of(() -> get(page));
            System.out.printf(
                    Locale.ROOT,
                    "%-70s %9.3f %9.3f %9d  %s%s%n",
                    page,
                    answered.first(),
                    answered.warm(),
                    answered.result().body().length() >> 10,
                    answered.warm() <= MOST_SECONDS ? "kept" : "missed: over 0.2 s",
                    answered.result().statusCode() == 200
                            ? ""
                            : " STATUS " + answered.result().statusCode());
        }
    }

    private HttpResponse<String> get(String page) {
        try {
            return client.send(
                    HttpRequest.newBuilder(server.address().resolve(page))
                            .header("Cookie", "perennial-session=" + session)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("There is no answer to " + page, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
