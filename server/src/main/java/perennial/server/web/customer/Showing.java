package perennial.server.web.customer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.server.api.Customers;
import perennial.server.web.Figures;
import perennial.server.web.Page;
import perennial.server.web.customer.CustomerView.Linked;
import perennial.server.web.customer.CustomerView.Seen;
import perennial.server.web.customer.CustomerView.Trait;
import perennial.server.web.customer.CustomerView.Value;
import perennial.store.customer.Profile;
import perennial.store.customer.Profile.TraitValue;
import perennial.store.customer.Profiles;
import perennial.store.customer.TimelinePage;
import perennial.store.customer.TimelinePage.Cursor;
import perennial.store.json.Json;

/// Makes a page of what is known about somebody.
///
/// @param event the name that the events shown bear; empty for all
/// @param before where the timeline begins; empty at its newest event
record Showing(Owner owner, ZoneId zone, Optional<String> event, Optional<Cursor> before) {
    /// @param history which knows the lives of somebody like that
    CustomerView view(Page page, Profiles.Known known, History history, boolean mayErase, Optional<String> fault) {
        var address = new CustomerAddress(owner);
        Profile profile = known.profile();
        return new CustomerView(
                page,
                linked(owner),
                profile.ids().stream()
                        .filter(id -> !id.equals(owner))
                        .map(Showing::linked)
                        .toList(),
                Figures.whole(profile.events()),
                profile.first().flatMap(first -> profile.last().map(last -> new Seen(moment(first), moment(last)))),
                traits(profile.traits()),
                LivesBand.of(profile.ids(), history),
                timeline(address, known.timeline()),
                address.export(),
                address.erasure(),
                mayErase,
                fault);
    }

    static Linked linked(Owner id) {
        return new Linked(id.id(), Customers.word(id.kind()), new CustomerAddress(id).path());
    }

    private String moment(Instant time) {
        return Figures.moment(time, zone);
    }

    private List<Trait> traits(List<TraitValue> all) {
        Map<String, List<Value>> byName = new LinkedHashMap<>();
        all.forEach(trait ->
                byName.computeIfAbsent(trait.name(), _ -> new ArrayList<>()).add(value(trait)));
        return byName.entrySet().stream()
                .map(each -> new Trait(
                        each.getKey(),
                        each.getValue().getFirst(),
                        each.getValue().subList(1, each.getValue().size())))
                .toList();
    }

    private Value value(TraitValue trait) {
        return new Value(
                Timeline.shown(Json.parse(trait.value())),
                Figures.date(trait.since().atZone(zone).toLocalDate()),
                trait.of().id(),
                trait.source());
    }

    private TimelineView timeline(CustomerAddress address, TimelinePage page) {
        return new TimelineView(
                event.orElse(""),
                page.events().stream()
                        .flatMap(each -> each.field("event").stream())
                        .map(Timeline::shown)
                        .distinct()
                        .sorted()
                        .toList(),
                new Timeline(zone, event, before).days(page.events()),
                before.map(_ -> address.timeline(event, Optional.empty())),
                page.next().map(next -> address.timeline(event, Optional.of(next))));
    }
}
