package perennial.core.life;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import perennial.core.calendar.LocalDays;
import perennial.core.customer.Owner;
import perennial.core.event.Role;
import perennial.core.event.StandardNames;
import perennial.core.history.Column;
import perennial.core.history.EventFilter;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.selection.Condition;
import perennial.core.selection.Selection;

/// What somebody's own timeline tells of a stretch of time: the dates on which they were active, and what the events of
/// their contracts say that they pay. It costs one walk over their events.
///
/// @param activeDates by the dates of the history
/// @param prices in the order of time, those before the stretch too; none where no event of a contract has a
/// `price`
public record Presence(SortedSet<LocalDate> activeDates, List<Price> prices) {
    /// The property of events that begin or change a contract.
    private static final String PRICE = "price";

    /// What is paid from an instant on.
    public record Price(Instant from, BigDecimal amount) {}

    /// That of whoever has one of some ids.
    ///
    /// @param from the first date that is looked at
    public static Presence of(Collection<Owner> ids, History history, LocalDate from) {
        var presence = new Presence(new TreeSet<>(), new ArrayList<>());
        for (Shard shard : history.shards()) {
            for (Owner id : ids) {
                OptionalInt number = shard.number(id);
                if (number.isPresent()) {
                    presence.readDates(shard, number.getAsInt(), from);
                    presence.readPrices(shard, number.getAsInt());
                }
            }
        }
        return presence;
    }

    private void readDates(Shard shard, int owner, LocalDate from) {
        EventFilter active = shard.filter(Selection.ACTIVITY);
        LocalDays localDays = shard.history().calendar().localDays();
        for (long at = shard.until(owner) - 1; at >= shard.from(owner); at--) {
            int day = localDays.dayOf(shard.timelines().second(at));
            if (day < from.toEpochDay() - 1) { // in rare zones local dates do not follow the order of time
                return;
            }
            if (day >= from.toEpochDay() && active.test(at)) {
                activeDates.add(LocalDate.ofEpochDay(day));
            }
        }
    }

    private void readPrices(Shard shard, int owner) {
        List<String> names = Stream.concat(
                        shard.history().settings().names(Role.LIFE_START).stream(),
                        Stream.of(StandardNames.SUBSCRIPTION_CHANGED))
                .toList();
        Optional<EventFilter> contracts = shard.filter(names);
        Optional<Column> price = shard.property(PRICE);
        if (contracts.isEmpty() || price.isEmpty()) {
            return;
        }
        for (long at = shard.from(owner); at < shard.until(owner); at++) {
            if (contracts.get().test(at)) {
                String text = price.get().dictionary().get(price.get().code(at));
                if (price.get().code(at) != Column.ABSENT && Condition.isNumber(text)) {
                    prices.add(new Price(Instant.ofEpochMilli(shard.timelines().time(at)), new BigDecimal(text)));
                }
            }
        }
    }
}
