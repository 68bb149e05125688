package perennial.server.web.data;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.DayRange;
import perennial.server.api.NotThere;
import perennial.server.live.LiveWorkspace;
import perennial.server.signin.PublicAddress;
import perennial.server.web.Figures;
import perennial.server.web.Moment;
import perennial.server.web.Pages;
import perennial.server.web.Redirect;
import perennial.server.web.Section;
import perennial.store.access.BadKey;
import perennial.store.access.Deed;
import perennial.store.access.Key;
import perennial.store.access.Keys;
import perennial.store.access.Role;
import perennial.store.access.Scope;
import perennial.store.ingest.Quality;
import perennial.store.ingest.QualityLog;
import perennial.store.ingest.Sources;

/// Shows the keys and what came by them; lets administrators make and revoke them.
@Controller
final class SourcePages {
    static final String HERE = "/data/sources";

    private static final int DAYS = 30;
    private static final int REFUSED = 1_000;
    private static final String NOTHING = "Waiting for the first event of this key.";
    private static final String FACTS =
            "Something about people or accounts was stored. Waiting for the first event of this key.";

    private final Pages pages;
    private final LiveWorkspace live;
    private final PublicAddress address;

    SourcePages(Pages pages, LiveWorkspace live, PublicAddress address) {
        this.pages = pages;
        this.live = live;
        this.address = address;
    }

    @Allowed(Role.VIEWER)
    @GetMapping(HERE)
    ResponseEntity<String> all(HttpServletRequest request, SignedIn signedIn) {
        return all(HttpStatus.OK, request, signedIn, Optional.empty());
    }

    private ResponseEntity<String> all(
            HttpStatus status, HttpServletRequest request, SignedIn signedIn, Optional<String> fault) {
        LocalDate first = DayRange.today(live.clock()).minusDays(DAYS - 1);
        Map<String, Sources.Source> sources = live.use(() -> new Sources(live.workspace()).all(first)).stream()
                .collect(Collectors.toMap(Sources.Source::name, Function.identity()));
        List<Key> keys = live.keys().all();
        Set<String> named = keys.stream()
                .filter(key -> key.scopes().contains(Scope.WRITE))
                .map(Key::name)
                .collect(Collectors.toSet());
        List<Long> recent = sources.values().stream()
                .map(source -> source.days().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .filter(events -> events > 0)
                .toList();
        return pages.html(
                status,
                "data/sources",
                new SourcesView(
                        pages.page(request, Section.SOURCES),
                        Figures.whole(recent.stream().mapToLong(Long::longValue).sum()),
                        recent.size(),
                        keys.reversed().stream()
                                .map(key -> row(key, Optional.ofNullable(sources.get(key.name())), first))
                                .toList(),
                        sources.values().stream()
                                .filter(source -> !named.contains(source.name()))
                                .map(source -> source(source.name(), Optional.of(source), first))
                                .toList(),
                        isAdmin(signedIn),
                        fault));
    }

    private static boolean isAdmin(SignedIn signedIn) {
        return signedIn.user().role().includes(Role.ADMIN);
    }

    private Moment moment() {
        return new Moment(live.workspace().settings().zone());
    }

    private SourcesView.Row row(Key key, Optional<Sources.Source> sent, LocalDate first) {
        return new SourcesView.Row(
                key.id(),
                key.name(),
                key.scopes().stream().sorted().map(Scope::toString).collect(Collectors.joining(", ")),
                moment().text(key.created()),
                key.revoked().map(moment()::text),
                key.scopes().contains(Scope.WRITE) ? Optional.of(source(key.name(), sent, first)) : Optional.empty());
    }

    private SourcesView.Source source(String name, Optional<Sources.Source> sent, LocalDate first) {
        Map<LocalDate, Long> days = sent.map(Sources.Source::days).orElse(Map.of());
        return new SourcesView.Source(
                name,
                Figures.whole(sent.map(Sources.Source::events).orElse(0L)),
                sent.map(Sources.Source::last).map(moment()::text),
                Bars.of(
                        IntStream.range(0, DAYS)
                                .mapToObj(day -> days.getOrDefault(first.plusDays(day), 0L))
                                .toList(),
                        "day"));
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE)
    ResponseEntity<String> make(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "scope", defaultValue = "") List<String> scopes) {
        try {
            Keys.Made made =
                    live.keys().make(name, scopes.stream().map(Scope::of).toList());
            live.people()
                    .audit()
                    .add(signedIn.actor(request), Deed.MADE_KEY, made.key().toString());
            return one(HttpStatus.OK, request, signedIn, made.key(), Optional.of(made.text()), Optional.empty());
        } catch (BadKey fault) {
            return all(HttpStatus.BAD_REQUEST, request, signedIn, Optional.ofNullable(fault.getMessage()));
        }
    }

    @Allowed(Role.VIEWER)
    @GetMapping(HERE + "/{id}")
    ResponseEntity<String> one(HttpServletRequest request, SignedIn signedIn, @PathVariable String id) {
        return one(HttpStatus.OK, request, signedIn, key(id), Optional.empty(), Optional.empty());
    }

    private Key key(String id) {
        return live.keys().all().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new NotThere("There is no key \"" + id + "\"; Data, Sources and keys lists them all"));
    }

    /// @param secret the text of the key: it stands in this answer alone, so that nothing has to keep it
    private ResponseEntity<String> one(
            HttpStatus status,
            HttpServletRequest request,
            SignedIn signedIn,
            Key key,
            Optional<String> secret,
            Optional<String> fault) {
        URI server = address.ofExamples(request);
        String text = secret.orElse("KEY");
        boolean holds = key.revoked().isEmpty();
        boolean sends = key.scopes().contains(Scope.WRITE);
        boolean reads = key.scopes().contains(Scope.READ);
        return pages.html(
                status,
                "data/key",
                new KeyView(
                        pages.page(request, Section.SOURCES),
                        row(key, Optional.empty(), DayRange.today(live.clock())),
                        secret,
                        key.scopes().stream().sorted().map(Scope::meaning).collect(Collectors.joining("; ")),
                        sends ? Snippet.sending(server, text) : List.of(),
                        sends && holds
                                ? Optional.of(
                                        arrival(key, signedIn.user().role().includes(Role.ANALYST)))
                                : Optional.empty(),
                        reads ? Optional.of(Snippet.READ.with(server, text)) : Optional.empty(),
                        isAdmin(signedIn) && holds,
                        fault));
    }

    /// @param showsCalls whether what could not be stored is told: it may name people
    private KeyView.Arrival arrival(Key key, boolean showsCalls) {
        return live.use(() -> {
            var log = new QualityLog(live.workspace());
            Optional<String> trouble = log.refused(showsCalls ? REFUSED : 0).stream()
                    .filter(kept ->
                            kept.source().equals(key.name()) && !kept.received().isBefore(key.created()))
                    .findFirst()
                    .map(kept -> "The newest call that could not be stored, " + moment().text(kept.received()) + ": "
                            + kept.call().message());
            return new Sources(live.workspace())
                    .first(key.name(), key.created())
                    .map(first -> new KeyView.Arrival(
                            false,
                            "The first event, “" + first.name() + "”, came on "
                                    + moment().text(first.received()) + "; by now there are "
                                    + Figures.whole(first.events()) + ".",
                            trouble))
                    .orElseGet(() -> new KeyView.Arrival(true, hasStored(log, key) ? FACTS : NOTHING, trouble));
        });
    }

    private static boolean hasStored(QualityLog log, Key key) {
        return log.totals().stream()
                .anyMatch(total ->
                        total.source().equals(key.name()) && total.kind() == Quality.STORED && total.count() > 0);
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/{id}/revoke")
    ResponseEntity<String> revoke(
            HttpServletRequest request,
            SignedIn signedIn,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String confirm) {
        Key key = key(id);
        if (key.revoked().isPresent() || !confirm.strip().equals(key.name())) {
            return one(
                    HttpStatus.BAD_REQUEST,
                    request,
                    signedIn,
                    key,
                    Optional.empty(),
                    Optional.of(
                            key.revoked().isPresent()
                                    ? "This key was revoked before; nothing was changed."
                                    : "The key still holds: what was typed is not its name. Type " + key.name()
                                            + " to revoke it."));
        }
        Key revoked = live.keys().revoke(id);
        live.people().audit().add(signedIn.actor(request), Deed.REVOKED_KEY, revoked.toString());
        return Redirect.to(HERE);
    }
}
