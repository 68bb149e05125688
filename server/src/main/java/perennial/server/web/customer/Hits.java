package perennial.server.web.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.question.Unit;
import perennial.server.web.Figures;
import perennial.store.answer.Answers;
import perennial.store.customer.Search;
import perennial.store.json.Json;

/// Who was found.
///
/// @param isMore whether there are more than are shown
public record Hits(List<Hit> all, boolean isMore) {
    static final int SHOWN = 25;
    static final Hits NONE = new Hits(List.of(), false);

    private static final int TRAITS = 4;

    /// Somebody.
    ///
    /// @param traits some of them, with their values
    /// @param seen the date of the last event; empty without any
    public record Hit(Owner owner, CustomerView.Linked linked, String traits, String seen) {}

    static Hits of(List<Owner> owners) {
        return new Hits(
                owners.stream()
                        .map(owner -> new Hit(owner, Showing.linked(owner), "", ""))
                        .toList(),
                false);
    }

    static Hits of(List<Search.Found> found, Answers answers) {
        return new Hits(
                found.stream()
                        .limit(SHOWN)
                        .map(each -> new Hit(
                                each.owner(),
                                Showing.linked(each.owner()),
                                each.traits().entrySet().stream()
                                        .limit(TRAITS)
                                        .map(Hits::text)
                                        .collect(Collectors.joining(" · ")),
                                seen(each.owner(), answers.history(unit(each.owner())))))
                        .toList(),
                found.size() > SHOWN);
    }

    private static String text(Map.Entry<String, String> trait) {
        return trait.getKey() + " " + Timeline.shown(Json.parse(trait.getValue()));
    }

    private static Unit unit(Owner owner) {
        return switch (owner.kind()) {
            case ACCOUNT -> Unit.CUSTOMER;
            case USER -> Unit.USER;
            case VISITOR -> Unit.VISITOR;
        };
    }

    private static String seen(Owner owner, History history) {
        for (Shard shard : history.shards()) {
            OptionalInt number = shard.number(owner);
            if (number.isPresent() && shard.from(number.getAsInt()) < shard.until(number.getAsInt())) {
                long last = shard.timelines().time(shard.until(number.getAsInt()) - 1);
                return Figures.date(Instant.ofEpochMilli(last)
                        .atZone(history.calendar().zone())
                        .toLocalDate());
            }
        }
        return "";
    }
}
