package perennial.server.web.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import perennial.core.calendar.Every;
import perennial.core.customer.Owner;
import perennial.core.history.History;
import perennial.core.history.Shard;
import perennial.core.life.ContractLives;
import perennial.core.life.Life;
import perennial.core.life.Presence;
import perennial.core.revenue.Spending;
import perennial.server.web.Figures;

/// The last twelve months of somebody in one picture: what they pay as steps, the time between two lives, and below the
/// days on which they were active.
///
/// @param states what they are now, in words
/// @param sentence what the picture shows
/// @param pays the blocks of lives; `away` those between; `days` one line each; `months` where months begin
/// @param isPriced whether the height of a block says what is paid
public record LivesBand(
        List<State> states,
        String sentence,
        List<Block> pays,
        List<Block> away,
        List<String> days,
        List<Month> months,
        boolean isPriced) {
    public static final int WIDTH = 960;

    /// How high a block is whose price is the highest, or not known.
    public static final int HIGH = 44;

    private static final int MONTHS = 12;

    /// Silent days after which somebody is called inactive, as in questions that are not told otherwise.
    private static final int INACTIVE_AFTER = 30;

    /// @param kind as its class says: `joined`, `none` or nothing
    public record State(String words, String kind) {}

    /// A block that stands on the ground.
    public record Block(String x, String y, String width, String height, String words) {}

    /// @param x where it begins
    public record Month(String x, String name) {}

    /// Where instants stand.
    private record Scale(History history, Instant from, Instant until) {
        static Scale of(History history) {
            var calendar = history.calendar();
            LocalDate last = calendar.local(history.asOf() - 1).toLocalDate().plusDays(1);
            LocalDate first = last.minusMonths(MONTHS);
            return new Scale(
                    history,
                    first.atStartOfDay(calendar.zone()).toInstant(),
                    last.atStartOfDay(calendar.zone()).toInstant());
        }

        LocalDate date(Instant time) {
            return time.atZone(history.calendar().zone()).toLocalDate();
        }

        double x(Instant time) {
            double share =
                    (double) (time.toEpochMilli() - from.toEpochMilli()) / (until.toEpochMilli() - from.toEpochMilli());
            return WIDTH * Math.clamp(share, 0, 1);
        }

        String place(LocalDate date) {
            return number(x(date.atStartOfDay(history.calendar().zone()).toInstant()));
        }

        List<Month> months() {
            LocalDate first = date(from).withDayOfMonth(1).plusMonths(1);
            return IntStream.range(0, MONTHS)
                    .mapToObj(first::plusMonths)
                    .filter(month -> month.isBefore(date(until)))
                    .map(month -> new Month(place(month), Figures.period(month.toString(), Every.MONTH)))
                    .toList();
        }

        private static String number(double place) {
            return String.format(Locale.ROOT, "%.1f", place);
        }
    }

    static LivesBand of(Collection<Owner> ids, History history) {
        Scale scale = Scale.of(history);
        List<Life> lives = ids.stream()
                .flatMap(id -> Life.all(id, ContractLives.of(history), history).stream())
                .filter(life -> life.start().isBefore(scale.until()))
                .toList();
        var presence = Presence.of(ids, history, scale.date(scale.from()));
        return new LivesBand(
                states(lives, presence, scale),
                sentence(lives, presence, scale) + spent(ids, scale),
                pays(lives, presence, scale),
                away(lives, scale),
                presence.activeDates().stream().map(scale::place).toList(),
                scale.months(),
                !lives.isEmpty() && !presence.prices().isEmpty());
    }

    public boolean isEmpty() {
        return pays.isEmpty() && away.isEmpty() && days.isEmpty();
    }

    private static List<State> states(List<Life> lives, Presence presence, Scale scale) {
        List<State> states = new ArrayList<>();
        if (!lives.isEmpty()) {
            boolean isOver = isOver(lives.getLast(), scale);
            states.add(new State(
                    (lives.size() == 1 ? "First life" : "Life " + lives.size())
                            + (isOver ? ", ended " + date(lives.getLast().end().orElseThrow(), scale) : ""),
                    isOver ? "none" : "joined"));
            if (lives.size() > 1) {
                states.add(new State("Won back " + date(lives.getLast().start(), scale), "joined"));
            }
        }
        if (!presence.activeDates().isEmpty()) {
            LocalDate last = presence.activeDates().last();
            boolean isActive = last.plusDays(INACTIVE_AFTER)
                    .isAfter(scale.date(scale.until()).minusDays(1));
            states.add(new State(
                    isActive ? "Active, last on " + Figures.date(last) : "Inactive, last on " + Figures.date(last),
                    isActive ? "" : "none"));
        }
        return states;
    }

    private static boolean isOver(Life life, Scale scale) {
        return life.end().filter(end -> !end.isAfter(scale.until())).isPresent();
    }

    private static String date(Instant time, Scale scale) {
        return Figures.date(scale.date(time));
    }

    private static String sentence(List<Life> lives, Presence presence, Scale scale) {
        String active = presence.activeDates().isEmpty()
                ? "Active on no day of the last " + MONTHS + " months."
                : "Active on " + Figures.days(presence.activeDates().size()) + " of the last " + MONTHS
                        + " months, last on "
                        + Figures.date(presence.activeDates().last()) + ".";
        if (lives.isEmpty()) {
            return "No contract is known. " + active;
        }
        Life last = lives.getLast();
        String life = isOver(last, scale)
                ? "Life " + lives.size() + " ended on " + date(last.end().orElseThrow(), scale) + ", "
                        + days(last.end().orElseThrow(), scale.until(), scale) + " ago. "
                : "In life " + lives.size() + " since " + date(last.start(), scale)
                        + (lives.size() == 1
                                ? ". "
                                : ", after "
                                        + days(lives.get(lives.size() - 2).end().orElseThrow(), last.start(), scale)
                                        + " away. ");
        return life + active;
    }

    private static String spent(Collection<Owner> ids, Scale scale) {
        BigDecimal spent = BigDecimal.ZERO;
        for (Shard shard : scale.history().shards()) {
            for (Owner id : ids) {
                OptionalInt number = shard.number(id);
                if (number.isPresent()) {
                    spent = spent.add(new Spending(shard)
                            .between(
                                    number.getAsInt(),
                                    scale.from().toEpochMilli(),
                                    scale.until().toEpochMilli()));
                }
            }
        }
        return spent.signum() == 0
                ? ""
                : " Spent " + Figures.money(spent, scale.history().settings().currency()) + " in that time.";
    }

    private static String days(Instant from, Instant until, Scale scale) {
        return Figures.days(ChronoUnit.DAYS.between(scale.date(from), scale.date(until)));
    }

    /// Each life, cut where the price changes.
    private static List<Block> pays(List<Life> lives, Presence presence, Scale scale) {
        double most = presence.prices().stream()
                .mapToDouble(price -> price.amount().doubleValue())
                .max()
                .orElse(0);
        Function<Instant, Optional<BigDecimal>> price = time -> presence.prices().stream()
                .filter(each -> !each.from().isAfter(time))
                .reduce((earlier, later) -> later)
                .map(Presence.Price::amount);
        List<Block> blocks = new ArrayList<>();
        for (Life life : lives) {
            Instant end =
                    life.end().filter(each -> each.isBefore(scale.until())).orElse(scale.until());
            List<Instant> cuts = new ArrayList<>(List.of(life.start()));
            presence.prices().stream()
                    .map(Presence.Price::from)
                    .filter(from -> from.isAfter(life.start()) && from.isBefore(end))
                    .forEach(cuts::add);
            cuts.add(end);
            for (int i = 0; i + 1 < cuts.size(); i++) {
                Optional<BigDecimal> paid = price.apply(cuts.get(i));
                double height = most == 0
                        ? HIGH
                        : HIGH * paid.map(BigDecimal::doubleValue).orElse(most) / most;
                block(
                                scale,
                                cuts.get(i),
                                cuts.get(i + 1),
                                height,
                                paid.map(BigDecimal::toPlainString).orElse(""))
                        .ifPresent(blocks::add);
            }
        }
        return blocks;
    }

    private static List<Block> away(List<Life> lives, Scale scale) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lives.size(); i++) {
            Optional<Instant> end = lives.get(i).end().filter(each -> each.isBefore(scale.until()));
            Instant next = i + 1 < lives.size() ? lives.get(i + 1).start() : scale.until();
            end.flatMap(from -> block(scale, from, next, HIGH, "away " + days(from, next, scale)))
                    .ifPresent(blocks::add);
        }
        return blocks;
    }

    /// A block of what is seen of a stretch; nothing before the first month.
    private static Optional<Block> block(Scale scale, Instant from, Instant until, double height, String words) {
        double width = scale.x(until) - scale.x(from);
        return width <= 0
                ? Optional.empty()
                : Optional.of(new Block(
                        Scale.number(scale.x(from)),
                        Scale.number(HIGH - height),
                        Scale.number(Math.max(1, width)),
                        Scale.number(height),
                        words));
    }
}
