package perennial.server.web.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import perennial.core.event.PassiveWords;
import perennial.core.event.Role;
import perennial.core.history.Doers;
import perennial.core.question.Unit;
import perennial.core.workspace.Settings;
import perennial.server.live.LiveWorkspace;
import perennial.server.web.Figures;
import perennial.server.web.Page;
import perennial.store.event.EventCatalogue;
import perennial.store.event.EventCatalogue.NamedEvents;

/// What counts as active: what was decided, or else what the names of the events suggest. Within [LiveWorkspace#use].
record Activity(LiveWorkspace live) {
    /// Those with the most events; a form cannot hold any number.
    private static final int LISTED = 200;

    /// Whether somebody has decided.
    static boolean isDecided(Settings settings) {
        return !settings.names(Role.PASSIVE).equals(Role.PASSIVE.standardNames());
    }

    ActiveView view(Page page) {
        boolean isSuggestion = !isDecided(live.workspace().settings());
        List<NamedEvents> events = events(Doers.of(live.answers().history(Unit.VISITOR)));
        return new ActiveView(
                page,
                events.stream()
                        .limit(LISTED)
                        .map(each -> row(each, isSuggestion))
                        .toList(),
                isSuggestion,
                Math.max(0, events.size() - LISTED));
    }

    private List<NamedEvents> events(Map<String, Long> people) {
        return new EventCatalogue(live.workspace()).events(people);
    }

    private static ActiveView.Row row(NamedEvents events, boolean isSuggestion) {
        Optional<String> word = PassiveWords.in(events.name());
        return new ActiveView.Row(
                events.name(),
                Figures.whole(events.events()),
                Figures.whole(events.people()),
                events.isActivity() && (!isSuggestion || word.isEmpty()),
                word.map(each -> "\"" + each + "\" tells of something done to the customer")
                        .orElse(events.isActivity() ? "" : "passive by its standard name"));
    }

    /// The settings with another choice among the names that a form listed; other names keep what they are.
    Settings with(Set<String> listed, Set<String> active) {
        Settings settings = live.workspace().settings();
        List<String> passive = new ArrayList<>(settings.names(Role.PASSIVE));
        for (NamedEvents each : events(Map.of())) {
            if (listed.contains(each.name())) {
                passive.remove(each.name());
                if (!active.contains(each.name())) {
                    passive.add(each.name());
                }
            }
        }
        return settings.withNames(Role.PASSIVE, passive);
    }
}
