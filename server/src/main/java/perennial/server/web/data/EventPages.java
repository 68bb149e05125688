package perennial.server.web.data;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import perennial.core.calendar.Every;
import perennial.core.event.BadName;
import perennial.core.history.Doers;
import perennial.core.history.History;
import perennial.core.history.Volumes;
import perennial.core.question.Unit;
import perennial.server.access.Allowed;
import perennial.server.access.SignedIn;
import perennial.server.api.NotThere;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Moment;
import perennial.server.web.Pages;
import perennial.server.web.Redirect;
import perennial.server.web.Section;
import perennial.store.access.Deed;
import perennial.store.access.Role;
import perennial.store.answer.Memory;
import perennial.store.event.EventCatalogue;
import perennial.store.event.EventCatalogue.NamedEvents;
import perennial.store.event.EventDefinitions;

/// The catalogue of events: all names, and each on a page of its own, where administrators decide what it means.
@Controller
final class EventPages {
    static final String HERE = "/data/events";

    private static final int WEEKS = 13;

    private final Pages pages;
    private final LiveWorkspace live;

    EventPages(Pages pages, LiveWorkspace live) {
        this.pages = pages;
        this.live = live;
    }

    /// The page of a name, which may hold anything: so it is no piece of the path.
    static String address(String name) {
        return HERE + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Allowed(Role.VIEWER)
    @GetMapping(path = HERE, params = "!name")
    ResponseEntity<String> all(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean all) {
        return live.use(() -> {
            List<NamedEvents> known = events();
            Map<String, Bars> weeks = weeks(known);
            List<NamedEvents> listed =
                    known.stream().filter(each -> all || !each.isHidden()).toList();
            return pages.html(
                    "data/events",
                    new EventsView(
                            pages.page(request, Section.EVENTS),
                            listed.stream().map(each -> row(each, weeks)).toList(),
                            Figures.whole(known.stream()
                                    .mapToLong(NamedEvents::events)
                                    .sum()),
                            known.stream().filter(NamedEvents::isHidden).count(),
                            all));
        });
    }

    private List<NamedEvents> events() {
        var catalogue = new EventCatalogue(live.workspace());
        return catalogue.events(logged(catalogue).volumes(), counted().people());
    }

    /// What is counted in the log by the names that events have now.
    private record Logged(List<EventCatalogue.Volume> volumes) {}

    private Logged logged(EventCatalogue catalogue) {
        return live.histories()
                .memory()
                .of(
                        List.of(HERE, "log", new EventDefinitions(live.workspace()).saved()),
                        Logged.class,
                        logged -> logged.volumes().size(),
                        () -> new Logged(catalogue.volumes()));
    }

    /// What is counted of the events of each name.
    ///
    /// @param people how many did them
    /// @param weeks how many there were in each of the last weeks, the one that goes on among them
    private record Counted(Map<String, Long> people, Map<String, long[]> weeks) {
        static Counted of(History history) {
            var calendar = history.calendar();
            var week = Every.WEEK.floor(calendar.local(history.asOf() - 1), calendar.weekStart());
            long[] starts = IntStream.rangeClosed(1 - WEEKS, 0)
                    .mapToLong(back -> calendar.instantOf(Every.WEEK.plus(week, back)))
                    .toArray();
            return new Counted(Doers.of(history), Volumes.of(history, starts));
        }
    }

    private Counted counted() {
        Memory memory = live.histories().memory();
        History history = live.answers().history(Unit.VISITOR);
        return memory.of(
                List.of(HERE, history.asOf()),
                Counted.class,
                counted -> counted.people().size(),
                () -> Counted.of(history));
    }

    private Map<String, Bars> weeks(List<NamedEvents> events) {
        Map<String, long[]> volumes = counted().weeks();
        return events.stream()
                .collect(Collectors.toMap(
                        NamedEvents::name,
                        each -> Bars.of(
                                LongStream.of(volumes.getOrDefault(each.name(), new long[WEEKS]))
                                        .boxed()
                                        .toList(),
                                "week")));
    }

    private EventsView.Row row(NamedEvents events, Map<String, Bars> weeks) {
        var moment = new Moment(live.workspace().settings().zone());
        return new EventsView.Row(
                events.name(),
                address(events.name()),
                events.description(),
                Figures.whole(events.events()),
                Figures.whole(events.people()),
                moment.text(events.first()),
                moment.text(events.last()),
                EventsView.marks(events),
                events.sentAs(),
                Optional.ofNullable(weeks.get(events.name())).orElseThrow());
    }

    @Allowed(Role.VIEWER)
    @GetMapping(path = HERE, params = "name")
    ResponseEntity<String> one(HttpServletRequest request, SignedIn signedIn, @RequestParam String name) {
        return live.use(() -> one(HttpStatus.OK, request, signedIn, name, Optional.empty()));
    }

    private ResponseEntity<String> one(
            HttpStatus status, HttpServletRequest request, SignedIn signedIn, String name, Optional<String> fault) {
        List<NamedEvents> known = events();
        NamedEvents events = named(name, known)
                .or(() -> named(name, catalogueNow())) // it may have arrived since they were counted
                .orElseThrow(() -> new NotThere("No event is called \"" + name + "\"; Data, Events lists them all"));
        boolean showsExamples = signedIn.user().role().includes(Role.ANALYST);
        List<EventCatalogue.Property> properties = new EventCatalogue(live.workspace()).properties(name);
        return pages.html(
                status,
                "data/event",
                new EventView(
                        pages.page(request, Section.EVENTS),
                        row(events, weeks(List.of(events))),
                        events.roles(),
                        events.isHidden(),
                        properties.stream()
                                .map(each -> property(each, showsExamples))
                                .toList(),
                        events.events() > EventCatalogue.LOOKED_AT
                                ? Optional.of(Figures.whole(EventCatalogue.LOOKED_AT))
                                : Optional.empty(),
                        showsExamples,
                        known.stream()
                                .map(NamedEvents::name)
                                .filter(each -> !each.equals(name))
                                .toList(),
                        signedIn.user().role().includes(Role.ADMIN),
                        fault));
    }

    private static Optional<NamedEvents> named(String name, List<NamedEvents> events) {
        return events.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private List<NamedEvents> catalogueNow() {
        return new EventCatalogue(live.workspace()).events(counted().people());
    }

    private static EventView.Property property(EventCatalogue.Property property, boolean showsExamples) {
        return new EventView.Property(
                property.name(),
                Figures.percent((double) property.events() / property.looked()),
                String.join(", ", property.types()),
                Figures.whole(property.different()),
                showsExamples ? String.join(", ", property.examples()) : "");
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/description")
    ResponseEntity<String> describe(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String description) {
        return changed(request, signedIn, name, "described", definitions -> {
            definitions.describe(name, description);
            return name;
        });
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/hidden")
    ResponseEntity<String> hide(
            HttpServletRequest request, SignedIn signedIn, @RequestParam String name, @RequestParam boolean hidden) {
        return changed(request, signedIn, name, hidden ? "hidden from lists" : "listed again", definitions -> {
            definitions.hide(name, hidden);
            return name;
        });
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/roles")
    ResponseEntity<String> mark(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam String name,
            @RequestParam(name = "role", defaultValue = "") List<String> words) {
        List<String> given = words.stream().filter(word -> !word.isEmpty()).toList();
        String said = given.isEmpty() ? "without a role" : String.join(", ", given);
        return changed(request, signedIn, name, said, definitions -> {
            definitions.mark(
                    name,
                    given.stream().map(perennial.core.event.Role::of).collect(Collectors.toSet())); // the other Role
            return name;
        });
    }

    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/name")
    ResponseEntity<String> rename(
            HttpServletRequest request,
            SignedIn signedIn,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String to) {
        return changed(request, signedIn, name, "called " + to.strip() + " from now on", definitions -> {
            definitions.rename(name, to);
            return definitions.names().current(name);
        });
    }

    /// @param sent the name that some of the events came with, and that these get back
    @Allowed(Role.ADMIN)
    @PostMapping(HERE + "/restored")
    ResponseEntity<String> restore(
            HttpServletRequest request, SignedIn signedIn, @RequestParam String name, @RequestParam String sent) {
        return changed(request, signedIn, name, sent + " is called that again", definitions -> {
            definitions.restore(sent);
            return definitions.names().current(sent);
        });
    }

    private interface Change {
        /// @return the name whose page is shown next
        String of(EventDefinitions definitions);
    }

    /// @param said what was decided, for the audit log
    private ResponseEntity<String> changed(
            HttpServletRequest request, SignedIn signedIn, String name, String said, Change change) {
        return live.use(() -> {
            try {
                var definitions = new EventDefinitions(live.workspace());
                definitions.require(name);
                String next = change.of(definitions);
                live.people().audit().add(signedIn.actor(request), Deed.CHANGED_EVENT, name + ": " + said);
                live.catchUp(); // else the page that is shown next would count people by the names of before
                return Redirect.to(address(next));
            } catch (BadName fault) {
                return one(HttpStatus.BAD_REQUEST, request, signedIn, name, Optional.ofNullable(fault.getMessage()));
            }
        });
    }
}
